// SPDX-License-Identifier: Apache-2.0
import { useDirection } from '@mantine/core'
import { line } from 'd3-shape'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '@/state/formats'
import classes from './compared_lines.module.css'
import { PeriodCursor } from './period_cursor'
import { type Point, placeInHeight, placeInTime } from './scales'
import trend from './trend_chart.module.css'
import { useWidth } from './use_width'

export interface Line {
  key: string
  name: string
  points: Point[] // all lines have the same periods
}

interface ComparedLinesProps {
  label: string
  series: Line[]
  height?: number
}

const foot = 24
const side = 56
// Told apart without colour, too.
const dashes = ['', '7 4', '2 4', '9 3 2 3', '1 3', '12 5']

// Several series over the same time, on one scale. The arrow keys move from period to period.
// Beside each such chart stands a table of the same figures.
export function ComparedLines({ label, series, height = 240 }: ComparedLinesProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const { t } = useTranslation()
  const mirrored = useDirection().dir === 'rtl'
  const formats = useFormats()
  const [at, setAt] = useState<number | null>(null)
  const points = series[0]?.points ?? []

  const inner = { width: Math.max(0, width - side), height: height - foot - 10 }
  const time = placeInTime(
    points.map(({ period }) => period),
    inner.width,
    mirrored,
  )
  const values = series.flatMap((each) => each.points.map(({ value }) => value))
  const scale = placeInHeight(values, inner.height, 4)
  const left = mirrored ? 0 : side
  const said = (index: number) =>
    formats.list(
      series.map(({ name, points: own }) => {
        const value = own[index]?.value ?? null
        const number = value === null ? t('charts.no_figure') : formats.number(value)
        return t('charts.value_at', { period: name, value: number })
      }),
    )

  if (points.length === 0) return null
  return (
    <div>
      <ul className={classes.legend}>
        {series.map(({ key, name }, index) => (
          <li key={key}>
            <svg width={28} height={10} aria-hidden="true">
              <line x1={0} x2={28} y1={5} y2={5} {...strokeOf(index)} />
            </svg>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <div ref={ref} className={trend.chart} style={{ height }}>
        {width > 0 && (
          <>
            <svg width={width} height={height} aria-hidden="true" className={trend.picture}>
              <g transform={`translate(${left},10)`}>
                {scale.marks.map((mark) => (
                  <g key={mark} transform={`translate(0,${scale.y(mark)})`}>
                    <line x2={inner.width} className={mark === 0 ? trend.base : trend.grid} />
                    <text x={mirrored ? inner.width + 8 : -8} dy="0.32em" className={trend.number}>
                      {formats.short(mark)}
                    </text>
                  </g>
                ))}
                {time.years.map(({ year, x }) => (
                  <text key={year} x={x} y={inner.height + 18} className={trend.year}>
                    {formats.period(year)}
                  </text>
                ))}
                {series.map(({ key, points: own }, index) => (
                  <Shape key={key} points={own} index={index} time={time} y={scale.y} at={at} />
                ))}
              </g>
            </svg>
            <PeriodCursor
              label={label}
              points={points}
              middle={(period) => left + time.middle(period)}
              textOf={said}
              at={at}
              onMove={setAt}
            />
          </>
        )}
      </div>
    </div>
  )
}

const strokeOf = (index: number) => ({
  stroke: `var(--series-${(index % 6) + 1})`,
  strokeWidth: 2,
  strokeDasharray: dashes[index % dashes.length],
})

interface ShapeProps {
  points: Point[]
  index: number
  time: ReturnType<typeof placeInTime>
  y: (value: number) => number
  at: number | null
}

// A line with gaps where there is no figure; a dot where it would be too short to be seen.
function Shape({ points, index, time, y, at }: ShapeProps) {
  const x = (point: Point) => time.middle(point.period)
  const top = (point: Point) => y(point.value ?? 0)
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(x)
    .y(top)(points)
  const alone = points.filter(
    ({ value }, i) =>
      value !== null &&
      (points[i - 1]?.value ?? null) === null &&
      (points[i + 1]?.value ?? null) === null,
  )
  const marked = at === null ? undefined : points[at]
  const dots = marked && marked.value !== null ? [...alone, marked] : alone
  return (
    <>
      <path d={path ?? ''} fill="none" strokeLinejoin="round" {...strokeOf(index)} />
      {dots.map((point) => (
        <circle
          key={point.period}
          cx={x(point)}
          cy={top(point)}
          r={4}
          fill={strokeOf(index).stroke}
          className={trend.dot}
        />
      ))}
    </>
  )
}
