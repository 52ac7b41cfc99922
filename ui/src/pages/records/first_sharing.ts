// SPDX-License-Identifier: Apache-2.0
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { get } from '@/api/client'
import { noMoreOpen, type Openness } from '@/api/openness'
import { useSession } from '@/api/session'
import type { KeptPlural } from './kinds'

// By which members records belong to others, and of what kind those are.
const ofArrangement = { arrangement: 'arrangements' }
const wholes: Partial<Record<KeptPlural, Record<string, string>>> = {
  arrangements: { parent: 'arrangements' },
  memberships: ofArrangement,
  agreements: ofArrangement,
  actions: { ...ofArrangement, parent: 'actions' },
  reviews: { ...ofArrangement, action: 'actions' },
  submissions: { ...ofArrangement, to: 'arrangements' },
  documents: {
    ...ofArrangement,
    action: 'actions',
    agreement: 'agreements',
    review: 'reviews',
    submission: 'submissions',
    partner: 'partners',
    place: 'places',
    source: 'sources',
  },
}

const answers = (results: UseQueryResult<Openness>[]) =>
  results.flatMap(({ data }) => (data ? [data] : []))

// Who may read a new record where its form does not say: no more than may read what it belongs to.
export function useFirstSharing(plural: KeptPlural, said: Record<string, unknown>) {
  const { data: session } = useSession()
  const named = Object.entries(wholes[plural] ?? {}).flatMap(([member, kind]) => {
    const id = said[member]
    return typeof id === 'string' && id ? [{ kind, id }] : []
  })
  const belongsTo = useQueries({
    queries: named.map(({ kind, id }) => ({
      queryKey: [kind, 'one', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<Openness>(`/api/${kind}/${id}`, {}, signal),
    })),
    combine: answers,
  })
  const first: Openness = {
    owner: session?.partner.id ?? null,
    visibility: 'partners',
    shared_with: [],
  }
  const { visibility, shared_with } = belongsTo.reduce(noMoreOpen, first)
  return { visibility, ...(shared_with.length > 0 && { shared_with }) }
}
