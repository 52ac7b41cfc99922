// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Figure, ProfilePlace } from '@/api/figure_types'
import { placeInHeight, placeInTime } from '@/charts/scales'
import { comparedPeriods } from '@/pages/corridor/compared_periods'
import { subjectsOf } from '@/pages/figures/subjects'
import { seriesOf } from '@/pages/figures/trend_series'
import { changeAt } from '@/state/changes'
import { lastMonths, latestWholeYear } from '@/state/whole_years'

const placeOf = (
  code: string,
  series: ProfilePlace['series'],
  sources: ProfilePlace['sources'] = [],
): ProfilePlace => ({
  place: '',
  code,
  name: '',
  indicator: null,
  total: 1,
  series,
  sources,
  note: null,
})

const at = (period: string, count: number): Figure => ({
  indicator: 'crossing',
  place: 'PAN-DARIEN',
  period,
  count,
  at_least: count,
  at_most: count,
  bounds: 'one_count',
  disagreement: false,
  not_broken_down: false,
})

describe('figures', () => {
  it('are added for one indicator at one place, never across', () => {
    const subjects = subjectsOf([
      at('2024-01', 5),
      at('2024-02', 6),
      { ...at('2024-01', 7), place: 'HND' },
      { ...at('2024-01', 8), indicator: 'encounter' },
    ])
    expect(subjects.map(({ key, total }) => [key, total])).toEqual([
      ['crossing/PAN-DARIEN', 11],
      ['crossing/HND', 7],
      ['encounter/PAN-DARIEN', 8],
    ])
  })

  it('leave a gap where a period has none', () => {
    const { points } = seriesOf([at('2023-11', 1), at('2024-02', 4)], 'month')
    expect(points).toEqual([
      { period: '2023-11', value: 1 },
      { period: '2023-12', value: null },
      { period: '2024-01', value: null },
      { period: '2024-02', value: 4 },
    ])
  })

  it('of a longer period are not drawn among months', () => {
    const { points, longer } = seriesOf([at('2019', 22102), at('2020-01', 1)], 'month')
    expect(points.map(({ period }) => period)).toEqual(['2020-01'])
    expect(longer).toBe(1)
  })
})

describe('a chart', () => {
  const periods = ['2021', '2022', '2023']

  it('runs from left to right, and mirrored from right to left', () => {
    const plain = placeInTime(periods, 300, false)
    const mirrored = placeInTime(periods, 300, true)
    expect(plain.middle('2021')).toBeLessThan(plain.middle('2023'))
    for (const period of periods)
      expect(mirrored.middle(period)).toBeCloseTo(300 - plain.middle(period))
  })

  it('begins at nought and has round marks', () => {
    const { y, marks } = placeInHeight([520085, null, 302203], 200, 4)
    expect(y(0)).toBe(200)
    expect(y(520085)).toBeGreaterThanOrEqual(0)
    expect(marks).toEqual([0, 200000, 400000, 600000])
  })
})

describe('periods that are compared', () => {
  const periods = ['2023-05', '2023-06', '2024-05', '2024-06', '2024-07']
  const places = [placeOf('A', [1, 2, 3, 4, null]), placeOf('B', [1, null, 3, 4, 5])]
  const profile = { corridor: '', periods, places, deaths: [] }

  it.each([
    ['', '', '2023-06', '2024-06'], // not all places have July yet
    ['', '2024-05', '2023-05', '2024-05'],
    ['2023-05', '2024-06', '2023-05', '2024-06'],
    ['1999-01', '', '2023-06', '2024-06'],
  ])('asked for %s and %s are %s and %s', (earlier, later, first, second) => {
    expect(comparedPeriods(profile, earlier, later)).toEqual({ earlier: first, later: second })
  })
})

describe('a change', () => {
  it.each([
    [0, 1, 0.5],
    [1, 2, 'other_sources'],
    [2, 3, null], // a gap is no zero
    [4, 5, null], // nothing to be a share of
    [-1, 0, null],
  ])('from position %s to %s is %s', (earlier, later, change) => {
    const place = placeOf('A', [100, 150, 720, null, 0, 5], [1, 1, 2, null, 1, 1])
    expect(changeAt(place, earlier, later)).toBe(change)
  })
})

describe('the start page', () => {
  it('shows the newest year of which a place has all months', () => {
    const profile = {
      corridor: '',
      periods: ['2024-11', '2024-12', '2025-01'],
      places: [placeOf('A', [1, 2, null]), placeOf('B', [1, null, 3])],
      deaths: [],
    }
    const ends = lastMonths(profile)
    expect([...ends]).toEqual([
      ['A', '2024-12'],
      ['B', '2025-01'],
    ])
    expect(latestWholeYear(['2023', '2024', '2025'], [...ends.values()])).toBe('2024')
    expect(latestWholeYear(['2025'], ['2025-03'])).toBe('2025')
  })
})
