// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client'
import type { components } from './openapi'
import { useAll, useVerbOn } from './records'
import type { Answer, Body } from './types'

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

type Schemas = components['schemas']
export type Arrangement = Schemas['arrangement']
export type Membership = Schemas['membership']
export type Agreement = Schemas['agreement']
export type Action = Schemas['action']
export type ActionStatus = Action['status']
export type Review = Schemas['review']
export type Submission = Schemas['submission']
export type DocumentEntry = Schemas['document']

// Who chairs on the day that was asked for, and whose turns begin next.
export type Chair = Answer<'get_chair'>
export type Turn = Chair['now'][number]

export function useChair(arrangement: string, on: string, enabled: boolean) {
  return useQuery({
    queryKey: ['chair', arrangement, on],
    queryFn: ({ signal }) => get<Chair>(`/api/arrangements/${arrangement}/chair`, { on }, signal),
    enabled,
  })
}

// Of which somebody must know today that they expire, or have expired; the earliest first.
export const useExpiring = () =>
  useAll<Agreement>('agreements', true, { expiring: true, sort: 'expires' })

// What is done to an arrangement as a whole starts from the version that the reader has seen.
function useAct<Given>({ id, version }: Arrangement, verb: string) {
  return useVerbOn(version, async (json: Given, version) => {
    const path = `/api/arrangements/${id}/${verb}`
    return (await send(path, { method: 'POST', json, version })).json()
  })
}

export const useReplicate = (arrangement: Arrangement) =>
  useAct<Body<'replicate_arrangement'>>(arrangement, 'replicate')
export const useOpenNextPhase = (arrangement: Arrangement) =>
  useAct<Body<'open_next_phase'>>(arrangement, 'next_phase')
export const useAdopt = (arrangement: Arrangement) =>
  useAct<Body<'adopt_actions'>>(arrangement, 'adopt')
