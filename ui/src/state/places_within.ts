// SPDX-License-Identifier: Apache-2.0
import type { Place } from '@/api/types'
import type { KnownPlaces } from './known_places'

const deepest = 20

// The place and what it lies in, the narrowest first; without those that are not known yet.
export function pathFrom(id: string, known: KnownPlaces): Place[] {
  const path: Place[] = []
  let here = known(id)
  while (here && path.length < deepest && !path.includes(here)) {
    path.push(here)
    here = here.parent ? known(here.parent) : undefined
  }
  return path
}

// Whether it is that place or lies in it; undefined until that is known.
export function liesIn(id: string, whole: string, known: KnownPlaces): boolean | undefined {
  const path = pathFrom(id, known)
  if (id === whole || path.some((place) => place.id === whole)) return true
  const next = path.length > 0 ? path.at(-1)?.parent : id
  return next && known(next) === undefined ? undefined : false
}

// Those that are at a place or in what lies in it; undefined until that is known of each.
export function allWithin<T>(
  all: readonly T[],
  placesOf: (each: T) => readonly string[],
  whole: string,
  known: KnownPlaces,
): T[] | undefined {
  const answers = all.map((each) => {
    const ofEach = placesOf(each).map((id) => liesIn(id, whole, known))
    if (ofEach.includes(true)) return true
    return ofEach.includes(undefined) ? undefined : false
  })
  return answers.includes(undefined) ? undefined : all.filter((_, index) => answers[index])
}

export const hasPoint = ({ latitude, longitude }: Place) => latitude !== null && longitude !== null
