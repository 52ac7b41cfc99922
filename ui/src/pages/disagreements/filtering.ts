// SPDX-License-Identifier: Apache-2.0
import type { Query } from '@/api/client'
import { lastDayOfMonth, month } from '@/state/periods'
import { useWordFilters, type WordFilters } from '@/state/word_filters'

const names = ['indicator', 'place', 'from', 'to', 'share', 'ruled', 'subject'] as const
export type DisagreementFilters = WordFilters<(typeof names)[number]>
export type SetFilter = (name: keyof DisagreementFilters, word: string | null) => void

export const shares = ['0.25', '0.5', '0.75']

// What the page shows, kept in the address. `from` and `to` are months, `ruled` is 'no' where what
// was ruled on is left out, `subject` the indicator and place that stand open.
export const useDisagreementFilters = () => useWordFilters(names)

export const disagreementsQuery = ({
  indicator,
  place,
  from,
  to,
  share,
  ruled,
}: DisagreementFilters): Query => ({
  indicator,
  place,
  from: month(from) && `${from}-01`,
  to: month(to) && lastDayOfMonth(to),
  share: shares.includes(share) ? share : undefined,
  unruled: ruled === 'no' || undefined,
})

export const isNarrowed = (filters: DisagreementFilters) =>
  Object.values(disagreementsQuery(filters)).some(Boolean)

export const subjectKey = ({ indicator, place }: { indicator: string; place: string }) =>
  `${indicator}/${place}`
