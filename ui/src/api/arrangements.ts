// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client'
import { useVerb } from './records'
import type { LocalText, RecordEnvelope } from './types'

export const levels = ['national', 'regional', 'global'] as const
export const actionStatuses = ['planned', 'under_way', 'done', 'dropped'] as const
export const reviewFindings = [
  'achievement',
  'good_practice',
  'challenge',
  'lesson',
  'recommendation',
] as const
// In the order in which an arrangement's people are told.
export const memberRoles = [
  'chair',
  'co_chair',
  'convener',
  'secretariat',
  'national_coordinator',
  'member',
  'implementing_partner',
  'advisory_board',
  'civil_society',
  'donor',
  'observer',
] as const

export type Level = (typeof levels)[number]
export type ActionStatus = (typeof actionStatuses)[number]

export interface Arrangement extends RecordEnvelope {
  code: string
  title: LocalText
  short_title: string | null
  level: Level
  form: string
  status: string
  region: LocalText
  places: string[]
  begins: string | null
  ends: string | null
  background: LocalText
  objectives: LocalText
  parent: string | null
  phase: number | null
  predecessor: string | null
  replicated_from: string | null
  counterpart: string | null
  website: string | null
  chair_months: number | null
  chair_renewable: boolean
  chair_begins: string | null
}

export interface Membership extends RecordEnvelope {
  arrangement: string
  partner: string
  role: (typeof memberRoles)[number]
  since: string | null
  until: string | null
  votes: boolean
  chair_order: number | null
  note: string | null
}

export interface Agreement extends RecordEnvelope {
  arrangement: string
  title: LocalText
  parties: string[]
  signed_on: string | null
  expires: string | null
  notice_days: number | null
  binding: boolean
  obligations: LocalText
  address: string | null
}

export interface Action extends RecordEnvelope {
  arrangement: string
  parent: string | null
  title: LocalText
  description: LocalText
  points: string[]
  lead: string | null
  partners: string[]
  places: string[]
  begins: string | null
  due: string | null
  status: ActionStatus
  progress: number | null
  indicator: string | null
  baseline: number | null
  target: number | null
  reached: number | null
  budget: number | null
  funders: string[]
  population: string[]
  adopted: Adopted
}

// The text as it was adopted; empty while the action is a draft.
export interface Adopted {
  on?: string
  title?: LocalText
  description?: LocalText
  begins?: string | null
  due?: string | null
  indicator?: string | null
  baseline?: number | null
  target?: number | null
}

export interface Review extends RecordEnvelope {
  arrangement: string
  action: string | null
  finding: (typeof reviewFindings)[number]
  text: LocalText
  author: string | null
  dated: string | null
  evidence: string | null
}

export interface DocumentEntry extends RecordEnvelope {
  arrangement: string | null
  action: string | null
  title: LocalText
  type: string
  language: string | null
  dated: string | null
  address: string | null
  reference: string | null
}

export interface Turn {
  membership: string
  partner: string
  role: Membership['role']
  begins: string | null
  ends: string | null // its last day
}

// Who chairs on the day that was asked for, and whose turns begin next.
export interface Chair {
  now: Turn[]
  next: Turn[]
}

export function useChair(arrangement: string, on: string, enabled: boolean) {
  return useQuery({
    queryKey: ['chair', arrangement, on],
    queryFn: ({ signal }) => get<Chair>(`/api/arrangements/${arrangement}/chair`, { on }, signal),
    enabled,
  })
}

export interface Replica {
  code: string
  title: LocalText
  places: string[]
  partners: string[] // who takes part there as well
}

export interface NextPhase {
  code: string
  title: LocalText
  begins?: string
  ends?: string
}

// What is done to an arrangement as a whole starts from the version that the reader has seen.
function useAct<Given>({ id, version }: Arrangement, verb: string) {
  return useVerb(async (json: Given) => {
    const response = await send(`/api/arrangements/${id}/${verb}`, {
      method: 'POST',
      json,
      version,
    })
    return response.json()
  })
}

export const useReplicate = (arrangement: Arrangement) => useAct<Replica>(arrangement, 'replicate')
export const useOpenNextPhase = (arrangement: Arrangement) =>
  useAct<NextPhase>(arrangement, 'next_phase')
export const useAdopt = (arrangement: Arrangement) => useAct<{ on: string }>(arrangement, 'adopt')
