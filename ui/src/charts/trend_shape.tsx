// SPDX-License-Identifier: Apache-2.0
import { area, line } from 'd3-shape'
import type { Point, placeInTime } from './scales'
import classes from './trend_chart.module.css'

interface TrendShapeProps {
  points: Point[]
  time: ReturnType<typeof placeInTime>
  y: (value: number) => number
  color: string
  at: number | null
}

const barsUpTo = 40

// Bars for a few periods, a line over many; where there is no figure, there is a gap.
export function TrendShape({ points, time, y, color, at }: TrendShapeProps) {
  const base = y(0)
  const marked = at === null ? undefined : points[at]
  if (points.length <= barsUpTo) {
    return points.map((point, index) => (
      <rect
        key={point.period}
        x={time.middle(point.period) - time.bar / 2}
        y={y(point.value ?? 0)}
        width={time.bar}
        height={base - y(point.value ?? 0)}
        rx={Math.min(2, time.bar / 4)}
        fill={color}
        className={at === null || at === index ? undefined : classes.faded}
      />
    ))
  }
  const known = (point: Point) => point.value !== null
  const x = (point: Point) => time.middle(point.period)
  const top = (point: Point) => y(point.value ?? 0)
  return (
    <>
      <path
        d={area<Point>().defined(known).x(x).y0(base).y1(top)(points) ?? ''}
        fill={color}
        className={classes.area}
      />
      <path
        d={line<Point>().defined(known).x(x).y(top)(points) ?? ''}
        fill="none"
        stroke={color}
        strokeWidth={2}
        strokeLinejoin="round"
      />
      {marked && marked.value !== null && (
        <circle cx={x(marked)} cy={top(marked)} r={4.5} fill={color} className={classes.dot} />
      )}
    </>
  )
}
