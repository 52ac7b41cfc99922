// SPDX-License-Identifier: Apache-2.0
import type { Partner, Presence } from '@/api/directory'
import { finds } from '@/state/text_search'
import { concerns } from '@/state/themes'
import type { WordFilters } from '@/state/word_filters'

export const filterNames = ['q', 'kind', 'country', 'theme'] as const
export type Filters = WordFilters<(typeof filterNames)[number]>

// By theme: who is charged with it, knows it, or offers it somewhere.
export function narrowed(
  partners: Partner[],
  presences: Presence[],
  { q, kind, country, theme }: Filters,
): Partner[] {
  const services = (partner: Partner) =>
    presences.filter((each) => each.partner === partner.id).flatMap((each) => each.services)
  return partners.filter(
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
}
