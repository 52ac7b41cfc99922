// SPDX-License-Identifier: Apache-2.0
import type {
  Action,
  Agreement,
  Arrangement,
  DocumentEntry,
  Membership,
  Review,
} from '@/api/arrangements'
import type { Query } from '@/api/client'
import { useAll } from '@/api/records'
import { familyOf } from './family'

// What hangs on one arrangement. Its actions are those of its groups and programmes, too.
export function useArrangementData(id: string) {
  const of: Query = { arrangement: id }
  const all = useAll<Arrangement>('arrangements')
  const memberships = useAll<Membership>('memberships', true, of)
  const agreements = useAll<Agreement>('agreements', true, of)
  const actions = useAll<Action>('actions')
  const reviews = useAll<Review>('reviews', true, of)
  const documents = useAll<DocumentEntry>('documents', true, of)
  const family = familyOf(id, all.data ?? [])
  const members = new Set(family.map((each) => each.id))
  return {
    of, // what narrows a list to it
    all: all.data ?? [],
    family,
    memberships,
    agreements,
    actions,
    reviews,
    documents,
    ofFamily: actions.data?.filter(({ arrangement }) => members.has(arrangement)) ?? [],
  }
}

export type ArrangementData = ReturnType<typeof useArrangementData>
