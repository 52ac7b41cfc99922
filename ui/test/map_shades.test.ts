// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { shadeBounds, shadeOf, shadeRange } from '@/charts/map_shades'

describe('the shades of the map', () => {
  it('begin at round numbers, with about as many countries in each', () => {
    const partners = [1, 1, 2, 3, 4, 6, 8, 12, 15, 43]
    expect(shadeBounds(partners, 5)).toEqual([1, 2, 5, 10])
    const people = [3, 40, 77, 900, 1_200, 5_100, 12_000, 60_000, 130_000, 328_650]
    expect(shadeBounds(people, 5)).toEqual([2, 50, 1_000, 10_000, 100_000])
  })

  it('are the values themselves where these are few', () => {
    expect(shadeBounds([3, 1, 2, 1, 0], 5)).toEqual([1, 2, 3])
    expect(shadeBounds([7], 5)).toEqual([7])
    expect(shadeBounds([], 5)).toEqual([1])
  })

  it('take a value from their bound on, and say up to where', () => {
    const bounds = [1, 5, 10]
    expect([1, 4, 5, 43].map((value) => shadeOf(value, bounds))).toEqual([0, 0, 1, 2])
    expect([0, 1, 2].map((shade) => shadeRange(shade, bounds, 43))).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 9 },
      { from: 10, to: 43 },
    ])
  })
})
