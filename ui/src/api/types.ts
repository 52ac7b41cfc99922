// SPDX-License-Identifier: Apache-2.0
// The shapes that the server sends and takes, by the names it uses.

export type Language = 'en' | 'fr' | 'es' | 'ar'
export type LocalText = Partial<Record<Language, string>>
export type Role =
  | 'administrator'
  | 'coordinator'
  | 'information_officer'
  | 'contributor'
  | 'case_worker'
  | 'hotline_operator'
  | 'reader'

export interface Session {
  user: { id: string; name: string }
  partner: { id: string; name: string }
  role: Role
  csrf: string
  language: Language
}

export interface RecordEnvelope {
  id: string
  version: number
  owner: string | null
  visibility: string
  created_at: string
  updated_at: string
}

export interface Page<T> {
  items: T[]
  next: string | null
  total: number
}

export interface Place extends RecordEnvelope {
  code: string
  name: LocalText
  kind: string
  parent?: string | null
  latitude?: number | null
  longitude?: number | null
}

export interface Source extends RecordEnvelope {
  name: string
  title: LocalText
  publisher?: string | null
  url?: string | null
  licence: string
  attribution: string
}

export interface Corridor extends RecordEnvelope {
  code: string
  name: LocalText
  description?: LocalText | null
  places: string[]
  indicators: string[]
  arrangement?: string | null
}

export type BatchStatus = 'proposed' | 'accepted' | 'superseded' | 'withdrawn'

export interface Batch extends RecordEnvelope {
  source: string
  file_name: string
  file_hash: string
  file_bytes: number
  status: BatchStatus
  supersedes?: string | null
  sheet?: string | null
  rows: number
  used: number
  rejected: number
  skipped: number
  skipped_by_reason?: Record<string, number>
  observations: number
  errors: number
  warnings: number
  informations: number
  period_from?: string | null
  period_to?: string | null
  totals: Record<string, number>
  received_at: string
  decided_at?: string | null
}

export interface Ruling extends RecordEnvelope {
  place: string
  indicator: string
  from: string
  to: string
  source: string
  reason: string
  withdrawn: boolean
  withdrawn_reason?: string | null
}

export interface Edition extends RecordEnvelope {
  corridor?: string | null
  place?: string | null
  from: string
  to: string
  edition: number
  fingerprint: string
  printed_at: string
  title: LocalText
  changed: boolean
}

export interface JournalEntry {
  id: string
  at: string
  principal: string
  verb: string
  version: number
  change: { field: string; from: unknown; to: unknown }[]
  hash: string
}

export interface Labels {
  codes: Record<string, Record<string, string>>
  kinds: Record<string, Record<string, string>>
  countries: Record<string, string>
}

export interface Overview {
  corridors: Corridor[]
  waiting: Batch[]
  disagreements: number
  changed_sheets: Edition[]
  latest_sheets: Edition[]
}
