// SPDX-License-Identifier: Apache-2.0
import { useDirection } from '@mantine/core'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '@/state/formats'
import type { Point } from './scales'
import classes from './trend_chart.module.css'

interface PeriodCursorProps {
  label: string
  points: Point[]
  middle: (period: string) => number
  at: number | null
  onMove: (at: number | null) => void
  onOpen?: (period: string) => void
  textOf?: (index: number) => string // in place of the point's own value
}

// Reads a chart period by period. To assistive technology it is a slider whose value is
// "March 2024: 36,841".
export function PeriodCursor(props: PeriodCursorProps) {
  const { label, points, middle, at, onMove, onOpen, textOf } = props
  const { t } = useTranslation()
  const formats = useFormats()
  const mirrored = useDirection().dir === 'rtl'
  const last = points.length - 1
  const point = points[at ?? last]
  if (!point) return null
  const own = point.value === null ? t('charts.no_figure') : formats.number(point.value)
  const value = textOf ? textOf(at ?? last) : own
  const text = t('charts.value_at', { period: formats.period(point.period), value })

  const nearest = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const distance = (index: number) => Math.abs(middle(points[index]?.period ?? '') - x)
    return points.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0)
  }
  const press = (event: KeyboardEvent) => {
    const here = at ?? last
    const forward = mirrored ? 'ArrowLeft' : 'ArrowRight'
    const backward = mirrored ? 'ArrowRight' : 'ArrowLeft'
    const moves: Record<string, number> = {
      [forward]: Math.min(last, here + 1),
      [backward]: Math.max(0, here - 1),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next !== undefined) onMove(next)
    else if (event.key === 'Enter') onOpen?.(point.period)
    else return
    event.preventDefault()
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={onOpen ? t('charts.cursor_opens', { label }) : label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? last}
      aria-valuetext={text}
      className={classes.cursor}
      onKeyDown={press}
      onPointerMove={(event) => onMove(nearest(event))}
      onPointerLeave={() => onMove(null)}
      onBlur={() => onMove(null)}
      onClick={() => at !== null && onOpen?.(point.period)}
    >
      {at !== null && (
        <div
          className={classes.tip}
          style={{ left: middle(point.period) }}
          data-side={sideOf(at, last, mirrored)}
        >
          {text}
        </div>
      )}
    </div>
  )
}

// So that the words stay within the picture.
function sideOf(at: number, last: number, mirrored: boolean): 'left' | 'middle' | 'right' {
  const part = last === 0 ? 0.5 : at / last
  const along = mirrored ? 1 - part : part
  if (along < 0.25) return 'left'
  return along > 0.75 ? 'right' : 'middle'
}
