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

// What a column of an activity sheet may mean, likewise.
export type ReportField = NonNullable<Column['report']>
export const reportFields: ReportField[] = [
  'country',
  'admin1',
  'admin1_code',
  'admin2',
  'admin2_code',
  'organisation',
  'through_partner',
  'implementing_partner',
  'period',
  'year',
  'sector',
  'indicator',
  'type',
  'activity',
  'description',
  'in_plan',
  'cash',
  'value_usd',
  'mechanism',
  'output',
  'beneficiaries',
  'new_beneficiaries',
  'in_destination',
  'in_transit',
  'host_community',
  'pendular',
  'returnees',
  'women',
  'men',
  'other_adults',
  'girls',
  'boys',
  'other_children',
  'other',
  'skip',
]

// What a part of a figure is, where something other than its own cell says it.
export const settingParts = [
  'indicator',
  'place',
  'period',
  'origin',
  'sex',
  'age',
  'profile',
] as const
export type SettingPart = (typeof settingParts)[number]
export type Settings = { [Part in SettingPart]?: string | null }

// How a table is read. Members at their defaults are left out; a column's field is then `dimension`.
// The words are those of the choices that are offered: the server refuses all others.
export type ApiMapping = ReceivedFile['mapping']
type ApiColumn = NonNullable<ApiMapping['columns']>[number]
export type ValueMeaning = {
  text?: string
  from?: string | null
  until?: string | null
  set?: Settings
}
export type ColumnMeaning = Omit<ApiColumn, 'set' | 'values'> & {
  set?: Settings
  values?: ValueMeaning[]
}
export type Mapping = Omit<ApiMapping, 'set' | 'columns'> & {
  set?: Settings
  columns?: ColumnMeaning[]
}
export type RowFilter = NonNullable<Mapping['filters']>[number]
export type PeriodLength = NonNullable<Mapping['period_lengths']>[number]

export type LikelySource = ReceivedFile['likely_sources'][number]
export type Preview = Answer<'preview_file'>
export type PreviewedFigure = Preview['figures'][number]
export type PreviewedReport = Preview['reports'][number]

export type Job = Answer<'get_job'>

export type FindingPage = Answer<'list_findings'>
export type Finding = FindingPage['items'][number]
export type Severity = Finding['severity']

export type Effect = Answer<'get_effect'>

// What becomes of a file, by who may read it. These are offered: shared, for joint figures only,
// kept; one that is `public`, which programs may say, is told as it is.
export const sharings = ['partners', 'restricted', 'confidential'] as const
export type Sharing = Batch['visibility']
