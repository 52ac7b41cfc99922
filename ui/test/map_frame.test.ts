// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { boxAround, cornersOf, mainPart } from '@/charts/map_frame'

// Clockwise, as d3 wants it.
const square = (west: number, south: number, size: number) => [
  [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ],
]
const country = (...coordinates: number[][][][]) => ({
  type: 'Feature' as const,
  properties: {},
  geometry: { type: 'MultiPolygon' as const, coordinates },
})

describe('how much of the world a map shows', () => {
  it('is the main part of a country, without far islands', () => {
    const shape = country(square(-60, 0, 2), square(0, 40, 10))
    expect(mainPart(shape)?.coordinates).toEqual(square(0, 40, 10))
    const [[west] = [], [east] = []] = cornersOf(shape)
    expect([west, east]).toEqual([0, 10])
  })

  it('reaches around the world for a country on both sides of the date line', () => {
    const shape = country([
      [
        [170, 50],
        [170, 70],
        [-170, 70],
        [-170, 50],
        [170, 50],
      ],
    ])
    expect(cornersOf(shape).map(([longitude]) => longitude)).toEqual([-180, 180])
  })

  it('has room around a single point, and ends where the world does', () => {
    expect(boxAround([[10, 20]])?.coordinates).toEqual([
      [6, 16],
      [14, 24],
    ])
    expect(boxAround([[-179, 88]])?.coordinates[0]?.[0]).toBe(-180)
    expect(boxAround([[-179, 88]])?.coordinates[1]?.[1]).toBe(89)
    expect(boxAround([])).toBeNull()
  })
})
