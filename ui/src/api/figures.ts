// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { address, get, type Query } from './client'
import type {
  Explanation,
  FigureTable,
  NamedFigure,
  ObservationPage,
  Profile,
} from './figure_types'

export function useFigures(query: Query, enabled = true) {
  return useQuery({
    queryKey: ['figures', query],
    queryFn: ({ signal }) => get<FigureTable>('/api/figures', query, signal),
    select: withGroupings,
    placeholderData: keepPreviousData,
    enabled,
  })
}

// Each row with the groupings of its table, without which it could not be asked about.
const withGroupings = (table: FigureTable) => ({
  ...table,
  figures: table.figures.map((figure) => ({ ...figure, by: table.by })),
})

export const figuresAddress = (query: Query, format: string) =>
  address('/api/figures', { ...query, format })

// The figure that is asked about: the coordinates it has, in a table of its groupings.
export const figureKey = (figure: NamedFigure): Query => ({
  by: figure.by,
  indicator: figure.indicator,
  place: figure.place,
  period: figure.period,
  origin: figure.origin,
  sex: figure.sex,
  age: figure.age,
  profile: figure.profile,
  source: figure.source,
  not_broken_down: figure.not_broken_down,
})

export function useExplanation(query: Query) {
  return useQuery({
    queryKey: ['explanation', query],
    queryFn: ({ signal }) => get<Explanation>('/api/figures/explanation', query, signal),
  })
}

export function useObservations(query: Query) {
  return useInfiniteQuery({
    queryKey: ['observations', query],
    queryFn: ({ pageParam, signal }) =>
      get<ObservationPage>(
        '/api/figures/observations',
        { ...query, limit: 50, after: pageParam },
        signal,
      ),
    initialPageParam: null as ObservationPage['next'],
    getNextPageParam: (page) => page.next,
  })
}

export function useProfile(corridor: string | undefined, query: Query) {
  return useQuery({
    queryKey: ['profile', corridor, query],
    queryFn: ({ signal }) => get<Profile>(`/api/corridors/${corridor}/profile`, query, signal),
    placeholderData: keepPreviousData,
    enabled: !!corridor,
  })
}
