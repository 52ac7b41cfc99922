// SPDX-License-Identifier: Apache-2.0
import type { Partner, Presence } from '@/api/directory'
import type { KnownPlaces } from '@/state/known_places'
import { allWithin } from '@/state/places_within'
import { finds } from '@/state/text_search'
import { concerns } from '@/state/themes'
import { isWithin } from '@/state/today'
import type { WordFilters } from '@/state/word_filters'

export const filterNames = ['q', 'kind', 'country', 'theme', 'place', 'view'] as const
export type Filters = WordFilters<(typeof filterNames)[number]>

export const isPresent = ({ since, until }: Presence, today: string) =>
  isWithin(since, until, today)

interface Ground {
  presences: Presence[]
  known: KnownPlaces
  today: string
}

// By theme: who is charged with it, knows it, or offers it somewhere. By place: who is present
// today in it or in what lies in it; undefined until the places are known that this takes.
export function narrowed(
  partners: Partner[],
  { presences, known, today }: Ground,
  { q, kind, country, theme, place }: Filters,
): Partner[] | undefined {
  const of = (partner: Partner) => presences.filter((each) => each.partner === partner.id)
  const services = (partner: Partner) => of(partner).flatMap((each) => each.services)
  const placesOf = (partner: Partner) =>
    of(partner)
      .filter((each) => isPresent(each, today))
      .map((each) => each.place)
  const found = partners.filter(
    (partner) =>
      (!kind || partner.kind === kind) &&
      (!country || partner.country === country) &&
      (!theme ||
        concerns([...partner.mandates, ...partner.expertise, ...services(partner)], theme)) &&
      finds(q, [
        partner.name,
        partner.short_name,
        ...Object.values(partner.names),
        ...Object.values(partner.short_names),
      ]),
  )
  return place ? allWithin(found, placesOf, place, known) : found
}
