// SPDX-License-Identifier: Apache-2.0
import { useDirection } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { get } from '@/api/client'
import numbers from './country_numbers.json'
import { boxAround, cornersOf, mainPart } from './map_frame'
import { Shades, Sizes } from './map_legend'
import { nextMark } from './map_marks'
import { shadeBounds, shadeOf } from './map_shades'
import { MapSpot } from './map_spot'
import { useWidth } from './use_width'
import classes from './world_map.module.css'

export interface MapCountry {
  country: string // alpha-3
  label: string
  value: number
  to?: string // the address that it opens
}

export interface MapPoint {
  key: string
  label: string
  longitude: number
  latitude: number
  value: number
  to?: string
}

interface WorldMapProps {
  label: string
  countries: MapCountry[]
  points: MapPoint[]
  near?: boolean // no more of the world than what is on the map needs
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

// Antarctica would take a sixth of the picture and nobody comes from there.
const inhabited = (shape: { id?: string | number }) => shape.id !== '010'

const shades = ['var(--map-1)', 'var(--map-2)', 'var(--map-3)', 'var(--map-4)', 'var(--map-5)']

const reach = 8 // pixels around the middle of a country that is too small for a finger

// Countries by their shade and places by circles: where people come from and where they were
// counted, or where partners are. What opens is one stop of the keyboard, and arrow keys lead over
// it. The map is never mirrored: east stays on the right in Arabic too. A table beside it holds its
// figures.
export function WorldMap({ label, countries, points, near }: WorldMapProps) {
  const { ref, width } = useWidth<HTMLElement>()
  const { dir } = useDirection()
  const [shown, setShown] = useState('')
  const [stop, setStop] = useState('')
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
  const shapeOf = (code: string) =>
    shapes.find(({ id }) => String(id) === numbers[code as keyof typeof numbers])
  const shaded = countries.flatMap((country) => {
    const shape = country.value > 0 && shapeOf(country.country)
    return shape ? [{ ...country, shape }] : []
  })
  const box = near
    ? boxAround([
        ...shaded.flatMap(({ shape }) => cornersOf(shape)),
        ...points.map(({ longitude, latitude }) => [longitude, latitude] as [number, number]),
      ])
    : null
  const boxKey = JSON.stringify(box)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box by what is in it
  const projection = useMemo(
    () =>
      geoNaturalEarth1().fitSize(
        [width, height],
        box ?? { type: 'FeatureCollection', features: shapes },
      ),
    [width, height, shapes, boxKey],
  )
  const path = geoPath(projection)
  const values = countries.map((country) => country.value)
  const bounds = shadeBounds(values, shades.length)
  const used = shades.slice(-bounds.length)
  const most = Math.max(1, ...points.map((point) => point.value))
  // By area, so that twice as many people look like twice as many.
  const radius = (value: number) => 3 + 13 * Math.sqrt(value / most)

  const lands = shaded.map((country) => ({
    ...country,
    key: country.country,
    middle: path.centroid(mainPart(country.shape) ?? country.shape),
  }))
  const circles = points.flatMap((point) => {
    const middle = projection([point.longitude, point.latitude])
    return middle ? [{ ...point, middle }] : []
  })
  const spots = [...lands, ...circles]
  const marks = spots.filter(({ to }) => to).map(({ key, middle: [x, y] }) => ({ key, x, y }))
  const entry = marks.some(({ key }) => key === stop) ? stop : marks[0]?.key
  const look = (key: string) => {
    setShown(key)
    if (key) setStop(key)
  }
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const next = nextMark(marks, entry ?? '', event.key)
    if (!next) return
    event.preventDefault() // the page stays where it is
    event.currentTarget.querySelector<SVGElement>(`[data-spot="${next}"]`)?.focus()
  }
  const spotOf = ({ key, label, to }: { key: string; label: string; to?: string }) => ({
    name: key,
    label,
    to,
    isStop: key === entry,
    onShow: look,
  })
  const outlined = lands.find(({ key, to }) => to && key === shown)

  return (
    <figure className={classes.figure} ref={ref} aria-label={label}>
      {width > 0 && shapes.length > 0 && (
        <svg
          width={width}
          height={height}
          role={marks.length > 0 ? 'group' : 'img'}
          aria-label={label}
          onKeyDown={move}
        >
          {shapes.map((shape) => (
            <path
              key={String(shape.id) + shape.properties.name}
              d={path(shape) ?? ''}
              className={classes.land}
              fill="var(--land)"
            />
          ))}
          {lands.map((land) => (
            <MapSpot key={land.key} {...spotOf(land)}>
              <path
                d={path(land.shape) ?? ''}
                className={classes.land}
                fill={used[shadeOf(land.value, bounds)]}
              />
              {land.to && <circle cx={land.middle[0]} cy={land.middle[1]} r={reach} fill="none" />}
            </MapSpot>
          ))}
          {outlined && <path d={path(outlined.shape) ?? ''} className={classes.outline} />}
          {circles.map((circle) => (
            <MapSpot key={circle.key} {...spotOf(circle)}>
              <circle
                cx={circle.middle[0]}
                cy={circle.middle[1]}
                r={radius(circle.value)}
                className={classes.point}
              />
            </MapSpot>
          ))}
        </svg>
      )}
      <figcaption className={classes.caption} dir={dir} aria-hidden="true">
        <span>{spots.find(({ key }) => key === shown)?.label ?? '\u00a0'}</span>
        <span className={classes.legend} hidden={countries.length === 0}>
          <Shades bounds={bounds} greatest={Math.max(...values)} shades={used} />
          <Sizes values={points.map(({ value }) => value)} radius={radius} />
        </span>
      </figcaption>
    </figure>
  )
}
