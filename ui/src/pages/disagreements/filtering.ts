// SPDX-License-Identifier: Apache-2.0
import type { Query } from '@/api/client'
import { useWordFilters, type WordFilters } from '@/state/word_filters'

const names = ['indicator', 'place', 'share', 'ruled', 'subject'] as const
export type DisagreementFilters = WordFilters<(typeof names)[number]>
export type SetFilter = (name: keyof DisagreementFilters, word: string | null) => void

export const shares = ['0.25', '0.5', '0.75']

// What the page shows, kept in the address. `ruled` is 'no' where what was ruled on is left out,
// `subject` the indicator and place that stand open.
export const useDisagreementFilters = () => useWordFilters(names)

export const disagreementsQuery = ({
  indicator,
  place,
  share,
  ruled,
}: DisagreementFilters): Query => ({
  indicator,
  place,
  share: shares.includes(share) ? share : undefined,
  unruled: ruled === 'no' || undefined,
})

export const isNarrowed = (filters: DisagreementFilters) =>
  Object.values(disagreementsQuery(filters)).some(Boolean)

export const subjectKey = ({ indicator, place }: { indicator: string; place: string }) =>
  `${indicator}/${place}`
