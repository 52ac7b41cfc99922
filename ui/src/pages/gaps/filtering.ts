// SPDX-License-Identifier: Apache-2.0
import { useWordFilters, type WordFilters } from '@/state/word_filters'

const names = ['on', 'concern', 'phase', 'theme', 'place', 'people', 'partner', 'state'] as const

export type GapFilters = WordFilters<(typeof names)[number]>
export type SetFilter = (name: keyof GapFilters, word: string | null) => void

// What the page shows, kept in the address; where nothing is said, what nobody dismissed.
export const useGapFilters = () => useWordFilters(names)

export const gapsQuery = ({ state, ...filters }: GapFilters) => ({
  ...filters,
  state: state === 'all' ? undefined : state || 'standing',
})

export const isNarrowed = (filters: GapFilters) => Object.values(filters).some(Boolean)
