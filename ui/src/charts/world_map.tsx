// SPDX-License-Identifier: Apache-2.0
import { useDirection } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { Shades, Sizes } from './map_legend'
import { nextMark } from './map_marks'
import { shadeBounds, shadeOf } from './map_shades'
import { MapSpot } from './map_spot'
import { type MapContent, useMapShapes } from './use_map_shapes'
import { useWidth } from './use_width'
import classes from './world_map.module.css'

const shades = ['var(--map-1)', 'var(--map-2)', 'var(--map-3)', 'var(--map-4)', 'var(--map-5)']

const reach = 12 // pixels around the middle: the least that a finger hits

// Countries by their shade and places by circles: where people come from and where they were
// counted, or where partners are. What opens is one stop of the keyboard, and arrow keys lead over
// it. The map is never mirrored: east stays on the right in Arabic too. A table beside it holds its
// figures.
export function WorldMap({ label, ...content }: MapContent & { label: string }) {
  const { countries } = content
  const { ref, width } = useWidth<HTMLElement>()
  const { dir } = useDirection()
  const [shown, setShown] = useState('')
  const [stop, setStop] = useState('')
  const height = Math.round(width * 0.5)
  const { outlines, lands, circles } = useMapShapes(content, width, height)
  const values = countries.map((country) => country.value)
  const bounds = shadeBounds(values, shades.length)
  const used = shades.slice(-bounds.length)
  const most = Math.max(1, ...circles.map((circle) => circle.value))
  // By area, so that twice as many people look like twice as many.
  const radius = (value: number) => 3 + 9 * Math.sqrt(value / most)

  const spots = [...lands, ...circles]
  const marks = spots.filter(({ to }) => to).map(({ key, middle: [x, y] }) => ({ key, x, y }))
  const entry = marks.some(({ key }) => key === stop) ? stop : marks[0]?.key
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const from = (event.target as Element).getAttribute('data-spot')
    const next = from && nextMark(marks, from, event.key)
    if (!next) return
    event.preventDefault() // the page stays where it is
    event.currentTarget.querySelector<SVGElement>(`[data-spot="${next}"]`)?.focus()
  }
  const spotOf = ({ key, label, to }: (typeof spots)[number]) => ({
    name: key,
    label,
    to,
    isStop: key === entry,
    onShow: setShown,
    onStop: setStop,
  })
  const outlined = lands.find(({ key, to }) => to && key === shown)

  return (
    <figure className={classes.figure} ref={ref} aria-label={label}>
      {width > 0 && outlines.length > 0 && (
        <svg
          width={width}
          height={height}
          role={marks.length > 0 ? 'group' : 'img'}
          aria-label={label}
          onKeyDown={move}
        >
          {outlines.map(({ key, d }) => (
            <path key={key} d={d} className={classes.land} fill="var(--land)" />
          ))}
          {lands.map((land) => (
            <MapSpot key={land.key} {...spotOf(land)}>
              <path d={land.d} className={classes.land} fill={used[shadeOf(land.value, bounds)]} />
              <circle cx={land.middle[0]} cy={land.middle[1]} r={reach} fill="none" />
            </MapSpot>
          ))}
          {outlined && <path d={outlined.d} className={classes.outline} />}
          {circles.map((circle) => (
            <MapSpot key={circle.key} {...spotOf(circle)}>
              <circle
                cx={circle.middle[0]}
                cy={circle.middle[1]}
                r={radius(circle.value)}
                className={classes.point}
              />
              <circle cx={circle.middle[0]} cy={circle.middle[1]} r={reach} fill="none" />
            </MapSpot>
          ))}
        </svg>
      )}
      <figcaption className={classes.caption} dir={dir} aria-hidden="true">
        <span>{spots.find(({ key }) => key === shown)?.label ?? '\u00a0'}</span>
        <span className={classes.legend}>
          {countries.length > 0 && (
            <Shades bounds={bounds} greatest={Math.max(...values)} shades={used} />
          )}
          <Sizes values={circles.map(({ value }) => value)} radius={radius} />
        </span>
      </figcaption>
    </figure>
  )
}
