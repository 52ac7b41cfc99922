// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { shadeBounds, shadeOf } from '@/charts/map_shades'

describe('the shades of the map', () => {
  it('begin at one and at the greatest powers of ten', () => {
    expect(shadeBounds(328_650, 5)).toEqual([1, 100, 1_000, 10_000, 100_000])
    expect(shadeBounds(1_000_000, 5)).toEqual([1, 1_000, 10_000, 100_000, 1_000_000])
  })

  it('are fewer where figures are small', () => {
    expect(shadeBounds(999, 5)).toEqual([1, 10, 100])
    expect(shadeBounds(7, 5)).toEqual([1])
    expect(shadeBounds(0, 5)).toEqual([1])
  })

  it('take a value from their bound on', () => {
    const bounds = shadeBounds(328_650, 5)
    expect([1, 99, 100, 9_999, 328_650].map((value) => shadeOf(value, bounds))).toEqual([
      0, 0, 1, 2, 4,
    ])
  })
})
