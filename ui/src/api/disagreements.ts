// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get, type Query, send } from './client'
import { useVerbOn } from './records'
import type { Answer, Ruling } from './types'

export type Disagreements = Answer<'list_disagreements'>
export type Disagreement = Disagreements['items'][number]

export type DisputedSubjects = Answer<'list_disputed_subjects'>
export type DisputedSubject = DisputedSubjects['items'][number]

export type SourceComparison = Answer<'compare_sources'>
export type ComparedStretch = SourceComparison['items'][number]

const most = 1000 // the server's own limit: daily figures of almost three years

export function useDisagreements(query: Query) {
  return useQuery({
    queryKey: ['disagreements', query],
    queryFn: ({ signal }) => get<Disagreements>('/api/disagreements', query, signal),
  })
}

export function useDisputedSubjects(query: Query) {
  return useQuery({
    queryKey: ['disputed_subjects', query],
    queryFn: ({ signal }) =>
      get<DisputedSubjects>('/api/disagreements/subjects', { ...query, limit: most }, signal),
    placeholderData: keepPreviousData,
  })
}

// The latest stretches of time, oldest first.
export function useComparison(query: Query) {
  return useQuery({
    queryKey: ['comparison', query],
    queryFn: ({ signal }) => readLatest({ ...query, limit: most }, signal),
  })
}

export const useWithdrawRuling = ({ id, version }: Ruling) =>
  useVerbOn(version, (withdrawn_reason: string, version) =>
    send(`/api/rulings/${id}`, {
      method: 'PATCH',
      json: { withdrawn: true, withdrawn_reason },
      version,
    }),
  )

async function readLatest(query: Query, signal: AbortSignal): Promise<SourceComparison> {
  const path = '/api/disagreements/comparison'
  const first = await get<SourceComparison>(path, query, signal)
  if (first.next === null) return first
  return get<SourceComparison>(path, { ...query, after: first.total - most }, signal)
}
