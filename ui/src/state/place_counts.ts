// SPDX-License-Identifier: Apache-2.0
import type { Place } from '@/api/types'
import type { KnownPlaces } from './known_places'
import { liesIn, pathFrom } from './places_within'

// A partner, an action or whatever else is counted, by its id, and a place that it is at.
export interface AtPlace {
  what: string
  place: string
}

export interface PlaceCount {
  id: string
  place: Place | undefined // until it is known
  parent: string | null // the nearest of those counted that it lies in
  count: number
}

// How many there are at each place that is named, and in each country; one that is at several
// places in it counts once. What lies in a place is in its count, as it is in what a filter by the
// place leaves. Where only what lies in `within` was counted, what is around that is left out: more
// may be there.
export function countsByPlace(
  all: readonly AtPlace[],
  known: KnownPlaces,
  within = '',
): PlaceCount[] {
  const isIn = (id: string) => !within || liesIn(id, within, known) !== false
  const counted = new Map<string, Set<string>>()
  const shown = new Map<string, Place | undefined>()
  for (const { what, place } of all) {
    if (!isIn(place)) continue
    const path = pathFrom(place, known).filter(({ id }) => isIn(id))
    shown.set(place, path[0])
    for (const each of path) if (each.kind === 'country') shown.set(each.id, each)
    for (const id of new Set([place, ...path.map((each) => each.id)]))
      counted.set(id, (counted.get(id) ?? new Set()).add(what))
  }
  return [...shown].map(([id, place]) => ({
    id,
    place,
    parent:
      pathFrom(id, known)
        .slice(1)
        .find((each) => shown.has(each.id))?.id ?? null,
    count: counted.get(id)?.size ?? 0,
  }))
}
