// SPDX-License-Identifier: Apache-2.0
import type { Action, Arrangement } from '@/api/arrangements'
import type { KnownPlaces } from '@/state/known_places'
import { allWithin } from '@/state/places_within'
import { finds } from '@/state/text_search'
import { concerns } from '@/state/themes'
import type { WordFilters } from '@/state/word_filters'
import { familyOf } from '../arrangements/family'
import { isLate, isLateAsAdopted } from './lateness'

interface Ground {
  arrangements: Arrangement[]
  known: KnownPlaces
  today: string
}

export const filterNames = [
  'q',
  'arrangement',
  'point',
  'lead',
  'place',
  'status',
  'late',
  'view',
] as const
export type Filters = WordFilters<(typeof filterNames)[number]>

// Those of an arrangement are those of its groups and programmes, too; those in a place, those in
// what lies in it. Undefined until the places are known that this takes.
export function narrowed(
  actions: Action[],
  filters: Filters,
  { arrangements, known, today }: Ground,
): Action[] | undefined {
  const { q, arrangement, point, lead, place, status, late } = filters
  const family = new Set(arrangement ? familyOf(arrangement, arrangements).map(({ id }) => id) : [])
  const found = actions.filter(
    (action) =>
      (!arrangement || family.has(action.arrangement)) &&
      (!point || concerns(action.points, point)) &&
      (!lead || action.lead === lead) &&
      (!status || action.status === status) &&
      (late !== 'now' || isLate(action, today)) &&
      (late !== 'adopted' || isLateAsAdopted(action, today)) &&
      finds(q, [...Object.values(action.title), ...Object.values(action.description)]),
  )
  return place ? allWithin(found, ({ places }) => places, place, known) : found
}
