// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post, type Query, send } from './client'
import type { paths } from './openapi'
import { hasCode, type Refusal } from './problem'
import type { JournalEntry, Page, RecordEnvelope } from './types'

// Every kind keeps a history.
type PluralIn<Path> = Path extends `/api/${infer Name}/{id}/history` ? Name : never
export type Plural = PluralIn<keyof paths>

export type AnyRecord = RecordEnvelope & Record<string, unknown>

export function useList<T>(plural: Plural, query: Query = {}, enabled = true) {
  return useQuery({
    queryKey: [plural, 'list', query],
    queryFn: ({ signal }) => get<Page<T>>(`/api/${plural}`, query, signal),
    placeholderData: keepPreviousData,
    enabled,
  })
}

// All records of a kind, or of its part that `filter` leaves, which is short enough to hold: places,
// sources, an arrangement's members.
export function useAll<T>(plural: Plural, enabled = true, filter: Query = {}) {
  return useQuery({
    queryKey: [plural, 'all', filter],
    queryFn: ({ signal }) => readAll<T>(plural, filter, signal),
    staleTime: 5 * 60_000,
    enabled,
  })
}

async function readAll<T>(plural: Plural, filter: Query, signal: AbortSignal): Promise<T[]> {
  const items: T[] = []
  let after: string | null = null
  do {
    const page: Page<T> = await get(`/api/${plural}`, { ...filter, limit: 200, after }, signal)
    items.push(...page.items)
    after = page.next
  } while (after)
  return items
}

export function useRecord<T = AnyRecord>(plural: Plural, id: string | undefined) {
  return useQuery({
    queryKey: [plural, 'one', id],
    queryFn: ({ signal }) => get<T>(`/api/${plural}/${id}`, {}, signal),
    enabled: !!id,
  })
}

export function useHistory(plural: Plural, id: string) {
  return useQuery({
    queryKey: [plural, 'history', id],
    queryFn: ({ signal }) =>
      get<{ items: JournalEntry[] }>(`/api/${plural}/${id}/history`, {}, signal),
  })
}

// Figures, sheets and the start page follow from the records, so that all is asked anew; also where
// somebody else was quicker, so that the newer version is there to be looked at.
function useReadAnew() {
  const client = useQueryClient()
  const readAnew = () =>
    client.invalidateQueries({
      predicate: (query) => !['session', 'labels', 'schema'].includes(String(query.queryKey[0])),
    })
  return {
    onSuccess: readAnew,
    onError: (error: Error) =>
      hasCode(error, 'precondition_failed') ? readAnew() : Promise.resolve(),
  }
}

export function useCreate<T = AnyRecord>(plural: Plural) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: (value: object) => post<T>(`/api/${plural}`, value),
    ...readAnew,
  })
}

export function useChange(plural: Plural) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: ({ id, version, value }: { id: string; version: number; value: object }) =>
      send(`/api/${plural}/${id}`, { method: 'PATCH', json: value, version }),
    ...readAnew,
  })
}

export function useRemove(plural: Plural) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      send(`/api/${plural}/${id}`, { method: 'DELETE', version }),
    ...readAnew,
  })
}

export function useErase(plural: Plural) {
  const readAnew = useReadAnew()
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      send(`/api/${plural}/${id}/erase`, { method: 'POST', version }),
    ...readAnew,
  })
}

// For the verbs that are not of one kind: accept, withdraw, print.
export function useVerb<Argument, Answer>(act: (argument: Argument) => Promise<Answer>) {
  const readAnew = useReadAnew()
  return useMutation({ mutationFn: act, ...readAnew })
}

// For an act that was asked about while the record stood at `version`: what comes in beneath the
// question is not acted on unseen. Who was refused for that has been told, and goes on from there.
export function useVerbOn<Argument, Answer>(
  version: number,
  act: (argument: Argument, version: number) => Promise<Answer>,
) {
  const [seen, setSeen] = useState(version)
  return useVerb(async (argument: Argument) => {
    try {
      return await act(argument, seen)
    } catch (error) {
      if (hasCode(error, 'precondition_failed')) setSeen((error as Refusal).problem.version ?? seen)
      throw error
    }
  })
}
