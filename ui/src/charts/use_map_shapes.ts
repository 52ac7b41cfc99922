// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { useMemo } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { get } from '@/api/client'
import numbers from './country_numbers.json'
import { boxAround, cornersOf, mainPart } from './map_frame'

interface OnMap {
  label: string
  value: number
  to?: string // the address that it opens
}

export interface MapCountry extends OnMap {
  country: string // alpha-3
}

export interface MapPoint extends OnMap {
  key: string
  longitude: number
  latitude: number
  country?: string // that it stands for where the map has no shape of it
}

export interface MapContent {
  countries: MapCountry[]
  points: MapPoint[]
  near?: boolean // no more of the world than what is on the map needs
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

// Antarctica would take a sixth of the picture and nobody comes from there.
const inhabited = (shape: { id?: string | number }) => shape.id !== '010'

// The outlines of all countries, and what is on them, in a picture of that size; nothing until the
// shapes are there. A country that is too small to have one in this map is not among the lands.
export function useMapShapes(
  { countries, points, near }: MapContent,
  width: number,
  height: number,
) {
  const { data: world } = useQuery({
    queryKey: ['map'],
    queryFn: ({ signal }) => get<World>('/api/map/countries', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const shapes = useMemo(
    () => (world ? feature(world, world.objects.countries).features.filter(inhabited) : []),
    [world],
  )
  const shaded = useMemo(() => {
    const byNumber = new Map(shapes.map((shape) => [String(shape.id), shape]))
    return countries.flatMap((country) => {
      const shape = byNumber.get(numbers[country.country as keyof typeof numbers])
      return shape && country.value > 0 ? [{ ...country, key: country.country, shape }] : []
    })
  }, [countries, shapes])
  const spots = useMemo(() => {
    const drawn = new Set(shaded.map(({ country }) => country))
    return points.filter(({ country }) => !country || !drawn.has(country))
  }, [points, shaded])
  const projection = useMemo(() => {
    const box = near
      ? boxAround([
          ...shaded.flatMap(({ shape }) => cornersOf(shape)),
          ...spots.map(({ longitude, latitude }) => [longitude, latitude] as [number, number]),
        ])
      : null
    const whole = { type: 'FeatureCollection' as const, features: shapes }
    return geoNaturalEarth1().fitSize([width, height], box ?? whole)
  }, [near, shaded, spots, shapes, width, height])
  return useMemo(() => {
    const path = geoPath(projection)
    return {
      outlines: shapes.map((shape) => ({
        key: String(shape.id) + shape.properties.name,
        d: path(shape) ?? '',
      })),
      lands: shaded.map(({ shape, ...country }) => ({
        ...country,
        d: path(shape) ?? '',
        middle: path.centroid(mainPart(shape) ?? shape),
      })),
      circles: spots.flatMap((point) => {
        const middle = projection([point.longitude, point.latitude])
        return middle ? [{ ...point, middle }] : []
      }),
    }
  }, [projection, shapes, shaded, spots])
}
