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

// Whether it is that place or lies in it.
export const liesIn = (id: string, whole: string, known: KnownPlaces): boolean =>
  id === whole || pathFrom(id, known).some((place) => place.id === whole)

export const hasPoint = ({ latitude, longitude }: Place) => latitude !== null && longitude !== null
