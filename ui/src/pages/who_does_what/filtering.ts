// SPDX-License-Identifier: Apache-2.0
import { useWordFilters, type WordFilters } from '@/state/word_filters'

const names = [
  'from',
  'to',
  'place',
  'theme',
  'partner',
  'people',
  'view',
  'level',
  'by',
  'row',
  'organisation',
  'column',
] as const

export type DoingFilters = WordFilters<(typeof names)[number]>
export type SetFilter = (name: keyof DoingFilters, word: string | null) => void

export const useDoingFilters = () => useWordFilters(names)

export const levels = ['country', 'admin1'] as const

export const doingsQuery = ({ from, to, place, theme, partner, people }: DoingFilters) => ({
  from,
  to,
  place,
  theme,
  partner,
  people,
})

// The cell of a matrix that the list is opened from, by the partner or organisation of its row and
// the place or theme of its column.
export const cellQuery = ({ row, organisation, column, by, level }: DoingFilters) =>
  (row || organisation) && column ? { row, organisation, column, by, level } : {}
