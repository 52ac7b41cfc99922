// SPDX-License-Identifier: Apache-2.0
import type { Matrix } from '@/api/coverage'
import type { Place } from '@/api/types'

const deepest = 20

type Places = Pick<ReadonlyMap<string, Place>, 'get'>

// The country that a place lies in, by its alpha-3 code; '' where it lies in none.
export function countryOf(id: string, places: Places): string {
  let here = places.get(id)
  for (let depth = 0; here && depth < deepest; depth++) {
    if (here.kind === 'country') return here.code
    here = here.parent ? places.get(here.parent) : undefined
  }
  return ''
}

// How many partners do something or are present in each country, and at each place that has
// coordinates. A partner counts once.
export function partnersByCountry(rows: Matrix['rows'], places: Places) {
  const countries = new Map<string, Set<string>>()
  const points = new Map<string, Set<string>>()
  const add = (to: Map<string, Set<string>>, key: string, partner: string) =>
    to.set(key, (to.get(key) ?? new Set()).add(partner))
  for (const { partner, cells } of rows)
    for (const { column: place } of cells) {
      const country = countryOf(place, places)
      if (country) add(countries, country, partner)
      const known = places.get(place)
      if (known && known.latitude != null && known.longitude != null) add(points, place, partner)
    }
  return { countries, points }
}
