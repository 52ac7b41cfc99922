// SPDX-License-Identifier: Apache-2.0
import type { Answer, Batch } from './types'

export type ReceivedFile = Answer<'keep_file'>
export type Recognition = ReceivedFile['recognition']
export type Column = Recognition['columns'][number]
export type ColumnField = Column['field']

// What a column may mean, in the order in which the choice is offered.
export const columnFields: ColumnField[] = [
  'period',
  'period_from',
  'period_to',
  'year',
  'month',
  'place',
  'origin',
  'sex',
  'age',
  'profile',
  'count',
  'indicator',
  'latitude',
  'longitude',
  'coordinates',
  'dimension',
  'skip',
]

// How a table is read. Members at their defaults are left out; a column's field is then `dimension`.
export type Mapping = ReceivedFile['mapping']
export type ColumnMeaning = NonNullable<Mapping['columns']>[number]

export type Job = Answer<'get_job'>

export type FindingPage = Answer<'list_findings'>
export type Finding = FindingPage['items'][number]
export type Severity = Finding['severity']

export type Effect = Answer<'get_effect'>

// What becomes of a file, by who may read it. These are offered: shared, for joint figures only,
// kept; one that is `public`, which programs may say, is told as it is.
export const sharings = ['partners', 'restricted', 'confidential'] as const
export type Sharing = Batch['visibility']
