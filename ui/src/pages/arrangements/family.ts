// SPDX-License-Identifier: Apache-2.0
import type { Arrangement } from '@/api/arrangements'
import { periodStart } from '@/state/periods'
import { branchOf, growTrees, rowsOf } from '@/state/tree'

// By phase, then by beginning, then by code: the order in which a family is told.
export function inOrder(a: Arrangement, b: Arrangement): number {
  const begin = ({ begins }: Arrangement) => (begins ? periodStart(begins) : '9999')
  return (
    (a.phase ?? 0) - (b.phase ?? 0) ||
    begin(a).localeCompare(begin(b)) ||
    a.code.localeCompare(b.code)
  )
}

export const familyTrees = (arrangements: readonly Arrangement[]) =>
  growTrees(arrangements, inOrder)

// The arrangement and all that stands in it, itself first.
export function familyOf(id: string, all: readonly Arrangement[]): Arrangement[] {
  const branch = branchOf(id, all, inOrder)
  return branch ? rowsOf([branch]).map(({ item }) => item) : []
}

export type RelationSort =
  | 'part_of'
  | 'follows'
  | 'followed_by'
  | 'replicated_from'
  | 'replicated_as'
  | 'counterpart'

export interface Relation {
  sort: RelationSort
  to: Arrangement
}

// How an arrangement stands to others beside its groups: said on one side, told on both.
export function relationsOf(one: Arrangement, all: readonly Arrangement[]): Relation[] {
  const relations: Relation[] = []
  for (const to of all) {
    if (to.id === one.id) continue
    const add = (sort: RelationSort, holds: boolean) => holds && relations.push({ sort, to })
    add('part_of', one.parent === to.id)
    add('follows', one.predecessor === to.id)
    add('followed_by', to.predecessor === one.id)
    add('replicated_from', one.replicated_from === to.id)
    add('replicated_as', to.replicated_from === one.id)
    add('counterpart', one.counterpart === to.id || to.counterpart === one.id)
  }
  return relations
}

export const counterpartOf = (one: Arrangement, all: readonly Arrangement[]) =>
  relationsOf(one, all).find(({ sort }) => sort === 'counterpart')?.to
