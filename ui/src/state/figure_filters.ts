// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo } from 'react'
import type { Query } from '@/api/client'
import type { Grouping } from '@/api/figure_types'
import { useAddressWords } from './address'
import { lastDayOfMonth, month } from './periods'

export const units = ['year', 'quarter', 'month', 'week', 'day'] as const
export type Unit = (typeof units)[number]
export const views = ['trend', 'composition', 'map', 'table'] as const
export type View = (typeof views)[number]
export const dimensions = ['origin', 'sex', 'age', 'profile', 'source'] as const
export type Dimension = (typeof dimensions)[number]

// What the figures page shows. It lives in the address, so that a view can be kept and sent.
export interface FigureFilters {
  indicators: string[]
  places: string[]
  origins: string[]
  sex: string
  age: string
  unit: Unit
  from: string // a month, 2024-01
  to: string
  view: View
  dimension: Dimension // of the composition
  groups: Grouping[] // of the table
}

const oneOf = <T extends string>(choices: readonly T[], word: string | null, otherwise: T): T =>
  choices.find((choice) => choice === word) ?? otherwise
const listOf = (text: string | null) => text?.split(',').filter(Boolean) ?? []

export function readFilters(address: URLSearchParams): FigureFilters {
  return {
    indicators: listOf(address.get('indicator')),
    places: listOf(address.get('place')),
    origins: listOf(address.get('origin')),
    sex: address.get('sex') ?? '',
    age: address.get('age') ?? '',
    unit: oneOf(units, address.get('unit'), 'month'),
    from: month(address.get('from')),
    to: month(address.get('to')),
    view: oneOf(views, address.get('view'), 'trend'),
    dimension: oneOf(dimensions, address.get('dimension'), 'origin'),
    groups: listOf(address.get('groups') ?? 'period') as Grouping[],
  }
}

export function writeFilters(filters: FigureFilters): URLSearchParams {
  const plain = readFilters(new URLSearchParams())
  const words: [string, string, string][] = [
    ['indicator', filters.indicators.join(','), ''],
    ['place', filters.places.join(','), ''],
    ['origin', filters.origins.join(','), ''],
    ['sex', filters.sex, ''],
    ['age', filters.age, ''],
    ['unit', filters.unit, plain.unit],
    ['from', filters.from, ''],
    ['to', filters.to, ''],
    ['view', filters.view, plain.view],
    ['dimension', filters.dimension, plain.dimension],
    ['groups', filters.groups.join(','), plain.groups.join(',')],
  ]
  return new URLSearchParams(
    words.filter(([, word, usual]) => word !== usual).map(([name, word]) => [name, word]),
  )
}

// What the server is asked for: the filters and the groupings.
export function figuresQuery(filters: FigureFilters, groups: readonly Grouping[]): Query {
  return {
    ...narrowing(filters),
    by: groupingQuery(groups, filters.unit),
    indicator: filters.indicators,
    place: filters.places,
  }
}

// What narrows every figure of the page, whatever it is grouped by.
export function narrowing(filters: FigureFilters): Query {
  return {
    origin: filters.origins,
    sex: filters.sex,
    age: filters.age,
    from: filters.from && `${filters.from}-01`,
    to: filters.to && lastDayOfMonth(filters.to),
  }
}

// What narrows that which is listed by indicator, place and days, whoever is counted.
export function subjectsQuery(filters: FigureFilters): Query {
  const { from, to } = narrowing(filters)
  return { indicator: filters.indicators, place: filters.places, from, to }
}

// Groupings as the server takes them. Places are told apart always: along a route the same people
// are counted at each.
export function groupingQuery(groups: readonly Grouping[], unit: Unit): string[] {
  const words = groups.map((group) => (group === 'period' ? `period:${unit}` : group))
  return [...new Set([...words, 'indicator', 'place'])]
}

export function useFigureFilters() {
  const [address, changeAddress] = useAddressWords()
  const filters = useMemo(() => readFilters(address), [address])
  const change = useCallback(
    (part: Partial<FigureFilters>) =>
      changeAddress((words) => writeFilters({ ...readFilters(words), ...part })),
    [changeAddress],
  )
  return { filters, change }
}

export const oneOfViews = (word: string | null) => oneOf(views, word, 'trend')
