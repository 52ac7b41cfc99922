// SPDX-License-Identifier: Apache-2.0
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { readSession } from './session'

// Several changes in a row, such as those of an import, are asked for once; what looks through all
// of a response for its answer is asked for less often.
const gather = 1000
const gatherCoverage = 5000
const firstPause = 5000
const longestPause = 60_000
const slowOpening = 2000

const fixed = new Set(['session', 'labels', 'schema', 'map', 'api'])
// What gaps and overlaps, who does what and people reached are made from.
const behindCoverage = [
  'activity_reports',
  'actions',
  'arrangements',
  'batches',
  'dismissals',
  'needs',
  'partners',
  'places',
  'presences',
  'rules',
  'rulings',
]
const records = new Set([
  'activity_reports',
  'actions',
  'agreements',
  'arrangements',
  'contacts',
  'dismissals',
  'documents',
  'memberships',
  'needs',
  'partners',
  'places',
  'plan_indicators',
  'presences',
  'reviews',
  'submissions',
  'sources',
  'batches',
  'corridors',
  'rules',
  'rulings',
  'sheets',
  'users',
])

// Whether what is kept under `key` may be another after changes to records of `kinds`: the kind's
// own lists, and what is no list of records, since figures and the start page follow from them
// all. Without kinds: whatever may have been missed.
export function mayDiffer(key: unknown, kinds?: ReadonlySet<string>): boolean {
  const name = String(key)
  if (fixed.has(name)) return false
  if (kinds && name === 'coverage') return behindCoverage.some((kind) => kinds.has(kind))
  return !kinds || kinds.has(name) || !records.has(name)
}

// Follows the server's events. The browser itself comes again when the line breaks, and tells
// where it left off if it heard of a change before; where the server refuses, this does, later and
// later. Gives what ends it.
export function followChanges(client: QueryClient): () => void {
  let source: EventSource | undefined
  const gathering = new Map<number, ReturnType<typeof setTimeout>>()
  let returning: ReturnType<typeof setTimeout> | undefined
  let pause = firstPause

  const refresh = (changed?: ReadonlySet<string>, isOf: (key: unknown) => boolean = () => true) =>
    client.invalidateQueries({
      predicate: ({ queryKey: [key] }) => isOf(key) && mayDiffer(key, changed),
    })

  // Asks for what `isOf` takes, once `time` after the first of the changes that it gathers.
  const gatherer = (time: number, isOf: (key: unknown) => boolean) => {
    const kinds = new Set<string>()
    return (kind: string) => {
      kinds.add(kind)
      if (gathering.has(time)) return
      const ask = () => {
        gathering.delete(time)
        refresh(new Set(kinds), isOf)
        kinds.clear()
      }
      gathering.set(time, setTimeout(ask, time))
    }
  }
  const gatherers = [
    gatherer(gather, (key) => key !== 'coverage'),
    gatherer(gatherCoverage, (key) => key === 'coverage'),
  ]

  const onChange = (event: MessageEvent<string>) => {
    const { kind } = JSON.parse(event.data) as { kind: string }
    for (const add of gatherers) add(kind)
  }

  const open = (missedSome: boolean) => {
    const began = Date.now()
    let isFirst = true
    let knowsWhere = false
    source = new EventSource('/api/events')
    source.addEventListener('change', (event: MessageEvent<string>) => {
      knowsWhere = true
      onChange(event)
    })
    source.addEventListener('anew', () => refresh())
    source.onopen = () => {
      pause = firstPause
      // On a slow line the first answers may be older than the stream.
      if (missedSome || (isFirst && Date.now() - began > slowOpening)) refresh()
      isFirst = missedSome = false
    }
    source.onerror = () => {
      missedSome ||= !knowsWhere
      if (source?.readyState !== EventSource.CLOSED) return
      // Perhaps the session has ended: the answer to this says so to whoever needs to know.
      readSession().catch(() => {})
      returning = setTimeout(() => open(true), pause)
      pause = Math.min(pause * 2, longestPause)
    }
  }

  const close = () => {
    source?.close()
    for (const timer of gathering.values()) clearTimeout(timer)
    gathering.clear()
    clearTimeout(returning)
  }

  // A window that nobody sees needs no news; what it missed is asked for when it is seen again.
  const onVisibility = () => {
    close()
    if (!document.hidden) open(true)
  }

  if (!document.hidden) open(false)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    close()
  }
}

export function useLiveUpdates(signedIn: boolean): void {
  const client = useQueryClient()
  useEffect(() => (signedIn ? followChanges(client) : undefined), [client, signedIn])
}
