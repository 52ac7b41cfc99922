// SPDX-License-Identifier: Apache-2.0
import type { Partner, Presence } from '@/api/directory'
import type { KnownPlaces } from '@/state/known_places'
import { liesIn } from '@/state/places_within'
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
// today in it or in what lies in it.
export function narrowed(
  partners: Partner[],
  { presences, known, today }: Ground,
  { q, kind, country, theme, place }: Filters,
): Partner[] {
  const of = (partner: Partner) => presences.filter((each) => each.partner === partner.id)
  const services = (partner: Partner) => of(partner).flatMap((each) => each.services)
  const isAt = (partner: Partner) =>
    of(partner).some((each) => isPresent(each, today) && liesIn(each.place, place, known))
  return partners.filter(
    (partner) =>
      (!kind || partner.kind === kind) &&
      (!country || partner.country === country) &&
      (!theme ||
        concerns([...partner.mandates, ...partner.expertise, ...services(partner)], theme)) &&
      (!place || isAt(partner)) &&
      finds(q, [
        partner.name,
        partner.short_name,
        ...Object.values(partner.names),
        ...Object.values(partner.short_names),
      ]),
  )
}
