// SPDX-License-Identifier: Apache-2.0
import type { Grouping } from '@/api/figure_types'
import { useFigures } from '@/api/figures'
import { type FigureFilters, figuresQuery, matching } from '@/state/figure_filters'

// The joint figures for the filters, grouped.
export function useFilteredFigures(filters: FigureFilters, groups: readonly Grouping[]) {
  const query = useFigures(figuresQuery(filters, groups))
  if (!query.data || (!filters.sex && !filters.age)) return query
  const figures = query.data.figures.filter(matching(filters))
  return { ...query, data: { ...query.data, figures } } as typeof query
}
