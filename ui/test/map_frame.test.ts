// SPDX-License-Identifier: Apache-2.0
import { geoNaturalEarth1 } from 'd3-geo'
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

const extentOf = (points: [number, number][]) => {
  const corners = boxAround(points)?.coordinates ?? []
  const east = corners.map(([longitude]) => longitude)
  const north = corners.map(([, latitude]) => latitude)
  return {
    west: Math.min(...east),
    east: Math.max(...east),
    south: Math.min(...north),
    north: Math.max(...north),
  }
}

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
    expect(extentOf([[10, 20]])).toEqual({ west: 6, east: 14, south: 16, north: 24 })
    expect(extentOf([[-179, 88]])).toMatchObject({ west: -180, north: 89 })
    expect(boxAround([])).toBeNull()
  })

  it('leaves nothing at the equator outside, where the world is widest', () => {
    const points: [number, number][] = [
      [-170, 0],
      [170, 0],
      [0, 75],
      [0, -40],
    ]
    const box = boxAround(points)
    if (!box) throw new Error('no box')
    const projection = geoNaturalEarth1().fitSize([1000, 500], box)
    for (const point of points) {
      const [x = -1, y = -1] = projection(point) ?? []
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(1000)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(500)
    }
  })
})
