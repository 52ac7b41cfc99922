// SPDX-License-Identifier: Apache-2.0
import { useDirection } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { get } from '@/api/client'
import { useFormats } from '@/state/formats'
import numbers from './country_numbers.json'
import { shadeBounds, shadeOf, shadeRange } from './map_shades'
import { useWidth } from './use_width'
import classes from './world_map.module.css'

export interface MapCountry {
  country: string // alpha-3
  label: string
  value: number
}

export interface MapPoint {
  key: string
  label: string
  longitude: number
  latitude: number
  value: number
}

interface WorldMapProps {
  label: string
  countries: MapCountry[]
  points: MapPoint[]
  near?: boolean // no more of the world than the points need
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

// Antarctica would take a sixth of the picture and nobody comes from there.
const inhabited = (shape: { id?: string | number }) => shape.id !== '010'

const shades = ['var(--map-1)', 'var(--map-2)', 'var(--map-3)', 'var(--map-4)', 'var(--map-5)']

const leastAround = 4 // degrees, so that a single place still lies in some country

// The corners of a box around the points; none where there are none.
function aroundOf(points: MapPoint[]) {
  if (points.length === 0) return null
  const east = points.map(({ longitude }) => longitude)
  const north = points.map(({ latitude }) => latitude)
  const margin = (values: number[]) =>
    Math.max(leastAround, (Math.max(...values) - Math.min(...values)) * 0.15)
  const [x, y] = [margin(east), margin(north)]
  const corners: [number, number][] = [
    [Math.min(...east) - x, Math.max(-89, Math.min(...north) - y)],
    [Math.max(...east) + x, Math.min(89, Math.max(...north) + y)],
  ]
  return { type: 'MultiPoint' as const, coordinates: corners }
}

// Where people come from, by the shade of their country, and where they were counted, by circles.
// It is never mirrored: east stays on the right in Arabic too. A table beside it holds its figures.
export function WorldMap({ label, countries, points, near }: WorldMapProps) {
  const { ref, width } = useWidth<HTMLElement>()
  const { dir } = useDirection()
  const { t } = useTranslation()
  const formats = useFormats()
  const [shown, setShown] = useState('')
  const { data: world } = useQuery({
    queryKey: ['map'],
    queryFn: ({ signal }) => get<World>('/api/map/countries', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const height = Math.round(width * 0.5)
  const shapes = useMemo(
    () => (world ? feature(world, world.objects.countries).features.filter(inhabited) : []),
    [world],
  )
  const frame = near ? aroundOf(points) : null
  const frameKey = JSON.stringify(frame)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frame by what is in it
  const projection = useMemo(
    () =>
      geoNaturalEarth1().fitSize(
        [width, height],
        frame ?? { type: 'FeatureCollection', features: shapes },
      ),
    [width, height, shapes, frameKey],
  )
  const path = geoPath(projection)
  const byNumber = new Map(
    countries.map((country) => [numbers[country.country as keyof typeof numbers], country]),
  )
  const values = countries.map((country) => country.value)
  const bounds = shadeBounds(values, shades.length)
  const used = shades.slice(-bounds.length)
  const shade = (value: number) => used[shadeOf(value, bounds)]
  const most = Math.max(1, ...points.map((point) => point.value))
  // By area, so that twice as many people look like twice as many.
  const radius = (value: number) => 3 + 13 * Math.sqrt(value / most)

  return (
    <figure className={classes.figure} ref={ref} aria-label={label}>
      {width > 0 && shapes.length > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {shapes.map((shape) => {
            const country = byNumber.get(String(shape.id))
            return (
              <path
                key={String(shape.id) + shape.properties.name}
                d={path(shape) ?? ''}
                className={classes.land}
                fill={country && country.value > 0 ? shade(country.value) : 'var(--land)'}
                onPointerEnter={() => setShown(country?.label ?? '')}
                onPointerLeave={() => setShown('')}
              />
            )
          })}
          {points.map((point) => {
            const at = projection([point.longitude, point.latitude])
            return (
              at && (
                <circle
                  key={point.key}
                  cx={at[0]}
                  cy={at[1]}
                  r={radius(point.value)}
                  className={classes.point}
                  onPointerEnter={() => setShown(point.label)}
                  onPointerLeave={() => setShown('')}
                />
              )
            )
          })}
        </svg>
      )}
      <figcaption className={classes.caption} dir={dir} aria-hidden="true">
        <span>{shown || '\u00a0'}</span>
        <span className={classes.legend} hidden={countries.length === 0}>
          {bounds.map((bound, index) => {
            const { from, to } = shadeRange(index, bounds, Math.max(...values))
            return (
              <span key={bound} className={classes.class}>
                <span className={classes.shade} style={{ background: used[index] }} />
                {from === to
                  ? formats.number(from)
                  : t('charts.range', { from: formats.number(from), to: formats.number(to) })}
              </span>
            )
          })}
        </span>
      </figcaption>
    </figure>
  )
}
