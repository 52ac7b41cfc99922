// SPDX-License-Identifier: Apache-2.0
import { useDirection } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '@/state/formats'
import { PeriodCursor } from './period_cursor'
import { type Point, placeInHeight, placeInTime } from './scales'
import classes from './trend_chart.module.css'
import { TrendShape } from './trend_shape'
import { useWidth } from './use_width'

interface TrendChartProps {
  label: string
  points: Point[]
  height?: number
  color?: string
  greatest?: number // of charts that share one scale
  onOpen?: (period: string) => void
}

const foot = 24
const side = 56 // of the numbers: “600 mil” has room

// One series over time. The mouse or the arrow keys move from period to period, Enter opens what
// the figure is made of. Beside each such chart stands a table of the same figures.
export function TrendChart(props: TrendChartProps) {
  const { label, points, height = 240, color = 'var(--series-1)', greatest, onOpen } = props
  const { ref, width } = useWidth<HTMLDivElement>()
  const mirrored = useDirection().dir === 'rtl'
  const formats = useFormats()
  const [at, setAt] = useState<number | null>(null)

  const inner = { width: Math.max(0, width - side), height: height - foot - 10 }
  const time = placeInTime(
    points.map((point) => point.period),
    inner.width,
    mirrored,
  )
  const values = points.map((point) => point.value)
  const scale = placeInHeight(greatest ? [greatest] : values, inner.height, height < 120 ? 2 : 4)
  const left = mirrored ? 0 : side
  const numbers = mirrored ? inner.width + 8 : -8

  return (
    <div ref={ref} className={classes.chart} style={{ height }}>
      {width > 0 && points.length > 0 && (
        <>
          <svg width={width} height={height} aria-hidden="true" className={classes.picture}>
            <g transform={`translate(${left},10)`}>
              {scale.marks.map((mark) => (
                <g key={mark} transform={`translate(0,${scale.y(mark)})`}>
                  <line x2={inner.width} className={mark === 0 ? classes.base : classes.grid} />
                  <text x={numbers} dy="0.32em" className={classes.number}>
                    {formats.short(mark)}
                  </text>
                </g>
              ))}
              {time.years.map((mark) => (
                <text key={mark.year} x={mark.x} y={inner.height + 18} className={classes.year}>
                  {formats.period(mark.year)}
                </text>
              ))}
              <TrendShape points={points} time={time} y={scale.y} color={color} at={at} />
            </g>
          </svg>
          <PeriodCursor
            label={label}
            points={points}
            middle={(period) => left + time.middle(period)}
            at={at}
            onMove={setAt}
            onOpen={onOpen}
          />
        </>
      )}
    </div>
  )
}
