// SPDX-License-Identifier: Apache-2.0
import type { Problem } from './problem'

// What a column may mean, in the order in which the choice is offered.
export const columnFields = [
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
] as const
export type ColumnField = (typeof columnFields)[number]

export interface Column {
  index: number
  header: string
  tag?: string | null
  field: ColumnField
  samples: string[]
  confidence: 'certain' | 'likely' | 'unknown'
}

export interface Recognition {
  format: string
  encoding: string
  delimiter: string
  sheets: string[]
  sheet: string | null
  header_row: number
  hxl: boolean
  columns: Column[]
}

// How a table is read. Only what the interface changes is named here; all else is kept as it came.
export interface Mapping {
  set?: { indicator?: string; place?: string; [field: string]: unknown }
  columns?: ColumnMeaning[]
  [member: string]: unknown
}

export interface ColumnMeaning {
  column?: string
  number?: number
  field: ColumnField
  [member: string]: unknown
}

export interface ReceivedFile {
  file: string
  name: string
  bytes: number
  hash: string
  same_as: string | null
  recognition: Recognition
  suggested_source: string | null
  mapping: Mapping
}

export interface Job {
  state: 'running' | 'done' | 'failed'
  progress: number
  stage: 'reading' | 'storing'
  batch: string | null
  problem: Problem | null
}

export type Severity = 'error' | 'warning' | 'information'

export interface Finding {
  severity: Severity
  code: string
  message: string
  row: number | null
  column: string | null
  text: string | null
  expected: string | null
  suggestion: string | null
}

export interface FindingPage {
  items: Finding[]
  next: number | string | null
  total: number
  by_code: { code: string; severity: Severity; count: number; message: string }[]
}

export interface Effect {
  items: {
    indicator: string
    place: string
    period: string | null
    before: number | null
    after: number | null
  }[]
  total: number
}
