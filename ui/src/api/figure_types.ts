// SPDX-License-Identifier: Apache-2.0

export type Grouping =
  | 'period'
  | 'indicator'
  | 'place'
  | 'origin'
  | 'sex'
  | 'age'
  | 'profile'
  | 'source'

export interface Figure {
  indicator?: string
  place?: string
  period?: string
  origin?: string
  sex?: string
  age?: string
  profile?: string
  source?: string
  count: number
  disagreement?: boolean
  not_broken_down?: boolean
}

export interface FigureTable {
  by: string[]
  figures: Figure[]
  notes: string[]
  fingerprint: string
}

export interface Contribution {
  batch: string | null
  place: string
  source: string | null // null where it is not shared with the reader
  source_title: string | null
  period: string
  count: number
  observations: number
  used: boolean
  reason: string
  reason_text: string
  breakdown: string[]
}

export interface Explanation {
  figure: Figure
  method: string | null
  rule: string | null
  ruling: string | null
  contributions: Contribution[]
}

export interface ObservationRow {
  row: number
  place?: string
  period: string
  origin: string
  sex: string
  age: string
  profile: string
  count: number
  extras: Record<string, string>
}

export interface Disagreement {
  indicator: string
  place: string
  period: string
  from: string
  to: string
  // Without name where a source is not shared with the reader.
  sources: { source: string | null; title: string | null; count: number; chosen: boolean }[]
  share: number
  ruling: string | null
}

export interface Profile {
  corridor: string
  periods: string[]
  places: ProfilePlace[]
  deaths: { place: string; count: number }[]
}

export interface ProfilePlace {
  place: string
  code: string
  name: string
  indicator: string | null
  total: number | null
  series: (number | null)[]
  note?: string | null
}
