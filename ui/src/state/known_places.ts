// SPDX-License-Identifier: Apache-2.0
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { get } from '@/api/client'
import { useList } from '@/api/records'
import type { Answer, Place } from '@/api/types'

// A node may have tens of thousands of places. The first of them, all countries among them, are
// read at once; others by their ids or codes as pages name them.
export const placesAtFirst = 500
const keysAtOnce = 100

const asked = new Set<string>()
const listeners = new Set<() => void>()
let chunks: string[] = [] // keys that were asked for, joined, in their order
let isWaiting = false

// Those that one page names while it is drawn are asked for together.
function want(key: string) {
  if (asked.has(key)) return
  asked.add(key)
  if (isWaiting) return
  isWaiting = true
  queueMicrotask(() => {
    isWaiting = false
    const keys = [...asked]
    chunks = []
    for (let at = 0; at < keys.length; at += keysAtOnce)
      chunks.push(keys.slice(at, at + keysAtOnce).join(','))
    for (const listener of listeners) listener()
  })
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const namedQueries = (wanted: string[]) =>
  wanted.map((keys) => ({
    queryKey: ['places', 'named', keys],
    queryFn: async ({ signal }: { signal: AbortSignal }) => ({
      keys: keys.split(','),
      ...(await get<Answer<'get_place_names'>>('/api/place_names', { keys }, signal)),
    }),
    staleTime: 5 * 60_000,
  }))

type Named = Answer<'get_place_names'> & { keys: string[] }

const answered = (answers: UseQueryResult<Named>[]) => answers.flatMap(({ data }) => data ?? [])

const firstUnanswered = (answers: UseQueryResult<Named>[]) =>
  answers.find(({ data }) => data === undefined)

// Null where there is none; undefined until it is known.
export type KnownPlaces = (idOrCode: string) => Place | null | undefined

export const useFirstPlaces = () => useList<Place>('places', { limit: placesAtFirst })

// What places that are not known yet are waited for by, as <Answer> shows it.
export function useAwaitedPlaces(): UseQueryResult<unknown> | undefined {
  const wanted = useSyncExternalStore(listen, () => chunks)
  const first = useFirstPlaces()
  const named = useQueries({ queries: namedQueries(wanted), combine: firstUnanswered })
  return first.data ? named : first
}

// The place of an id or code.
export function useKnownPlaces(): KnownPlaces {
  const wanted = useSyncExternalStore(listen, () => chunks)
  const first = useFirstPlaces().data
  const named = useQueries({
    queries: namedQueries(wanted),
    combine: answered,
  })
  return useMemo(() => {
    const places = new Map(
      [...(first?.items ?? []), ...named.flatMap(({ items }) => items)].flatMap((place) => [
        [place.id, place],
        [place.code, place],
      ]),
    )
    const looked = new Set(named.flatMap(({ keys }) => keys))
    const isWhole = !!first && first.items.length >= first.total
    return (key) => {
      const place = places.get(key)
      if (place) return place
      // A code with a comma would be two.
      if (isWhole || looked.has(key) || !key || key.includes(',')) return null
      if (first) want(key)
      return undefined
    }
  }, [first, named])
}
