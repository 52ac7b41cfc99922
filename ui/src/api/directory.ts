// SPDX-License-Identifier: Apache-2.0
import type { LocalText, RecordEnvelope } from './types'

export interface Partner extends RecordEnvelope {
  name: string
  short_name: string | null
  kind: string
  country: string | null
  website: string | null
  names: LocalText
  short_names: LocalText
  mandate: string | null
  mandates: string[]
  expertise: string[]
  languages: string[]
  parent: string | null
  members: string[]
}

export interface Presence extends RecordEnvelope {
  partner: string
  place: string
  since: string | null
  until: string | null
  services: string[]
  capacity: number | null
  capacity_unit: string | null
  staff: number | null
  languages: string[]
  connectivity: string | null
  note: string | null
}

export interface Contact extends RecordEnvelope {
  partner: string
  name: string | null
  position: string | null
  email: string | null
  telephone: string | null
  focal_point: boolean
  level: string
  themes: string[]
  languages: string[]
  confirmed: string | null
  left: boolean
}
