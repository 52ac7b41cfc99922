// SPDX-License-Identifier: Apache-2.0
import type { Arrangement } from '@/api/arrangements'
import type { Names } from '@/state/names'
import { finds } from '@/state/text_search'
import { isPast } from '@/state/today'
import type { WordFilters } from '@/state/word_filters'

export const filterNames = ['q', 'level', 'form', 'status', 'place', 'view'] as const
export type Filters = WordFilters<(typeof filterNames)[number]>

export function narrowed(all: Arrangement[], filters: Filters, names: Names): Arrangement[] {
  const { q, level, form, status, place } = filters
  return all.filter(
    (each) =>
      (!level || each.level === level) &&
      (!form || each.form === form) &&
      (!status || each.status === status) &&
      (!place || each.places.includes(place)) &&
      finds(q, [
        each.code,
        each.short_title,
        ...Object.values(each.title),
        ...Object.values(each.region),
        ...each.places.map(names.place),
      ]),
  )
}

// It goes on if it began and nobody has said that it ended.
export const goesOn = ({ status, ends }: Arrangement) =>
  !ends && (status === 'active' || status === 'dormant')

// Its end was said and has passed, but nobody has said that it ended.
export const isOverrun = ({ status, ends }: Pick<Arrangement, 'status' | 'ends'>, today: string) =>
  (status === 'active' || status === 'planned') && !!ends && isPast(ends, today)
