// SPDX-License-Identifier: Apache-2.0
import { geoArea, geoBounds } from 'd3-geo'
import type { Feature, Geometry, Polygon } from 'geojson'

const leastAround = 4 // degrees, so that a single place still lies in some country
const northmost = 89

type Corner = [longitude: number, latitude: number]

// The largest part of a country: without islands on the other side of the world.
export function mainPart(shape: Feature<Geometry | null>): Polygon | null {
  const { geometry } = shape
  if (geometry?.type === 'Polygon') return geometry
  if (geometry?.type !== 'MultiPolygon') return null
  const parts = geometry.coordinates.map(
    (coordinates): Polygon => ({ type: 'Polygon', coordinates }),
  )
  return parts.reduce<Polygon | null>(
    (most, part) => (!most || geoArea(part) > geoArea(most) ? part : most),
    null,
  )
}

// The corners of a country's main part; one that crosses the date line reaches around the world.
export function cornersOf(shape: Feature<Geometry | null>): Corner[] {
  const part = mainPart(shape)
  if (!part) return []
  const [[west, south], [east, north]] = geoBounds(part)
  return west <= east
    ? [
        [west, south],
        [east, north],
      ]
    : [
        [-180, south],
        [180, north],
      ]
}

// A box with some room around the points; none where there are none. The picture of the world
// is wider at the equator than at its corners.
export function boxAround(points: readonly Corner[]) {
  if (points.length === 0) return null
  const east = points.map(([longitude]) => longitude)
  const north = points.map(([, latitude]) => latitude)
  const margin = (values: number[]) =>
    Math.max(leastAround, (Math.max(...values) - Math.min(...values)) * 0.15)
  const [x, y] = [margin(east), margin(north)]
  const west = Math.max(-180, Math.min(...east) - x)
  const eastern = Math.min(180, Math.max(...east) + x)
  const south = Math.max(-northmost, Math.min(...north) - y)
  const northern = Math.min(northmost, Math.max(...north) + y)
  const widest = Math.min(Math.max(0, south), northern) // where it is nearest to the equator
  const coordinates = [south, northern, widest].flatMap((latitude): Corner[] => [
    [west, latitude],
    [eastern, latitude],
  ])
  return { type: 'MultiPoint' as const, coordinates }
}
