// SPDX-License-Identifier: Apache-2.0
import { nice, ticks } from 'd3-array'
import { periodStart, periodUnit } from '@/state/periods'

export interface Point {
  period: string
  value: number | null // null: no figure, which is not the same as nought
}

const day = 86_400_000
const days = { year: 365, quarter: 91, month: 30, week: 7, day: 1 }

export const startOf = (period: string) => Date.parse(`${periodStart(period)}T00:00:00Z`)

// Where the middle of each period lies, and how wide a bar for it may be, in a picture of the
// given inner width. In a mirrored picture time runs from right to left.
export function placeInTime(periods: string[], width: number, mirrored: boolean) {
  const first = periods[0]
  if (!first) return { middle: () => 0, bar: 0, years: [] as YearMark[] }
  const length = days[periodUnit(first)] * day
  const starts = periods.map(startOf)
  const from = Math.min(...starts)
  const to = Math.max(...starts) + length
  const scale = (at: number) => {
    const along = ((at - from) / (to - from)) * width
    return mirrored ? width - along : along
  }
  const bar = Math.max(1, (length / (to - from)) * width * 0.78)
  return {
    middle: (period: string) => scale(startOf(period) + length / 2),
    bar,
    years: yearMarks(from, to, width, scale),
  }
}

export interface YearMark {
  year: string
  x: number
}

function yearMarks(from: number, to: number, width: number, scale: (at: number) => number) {
  const first = new Date(from).getUTCFullYear()
  const last = new Date(to - 1).getUTCFullYear()
  const step = Math.ceil(((last - first + 1) * 46) / Math.max(width, 1))
  const marks: YearMark[] = []
  for (let year = first; year <= last; year += step) {
    const start = Math.max(from, Date.UTC(year, 0, 1))
    const end = Math.min(to, Date.UTC(year + step, 0, 1))
    // The part of a year at the end of the picture may be too narrow for its name.
    if (Math.abs(scale(end) - scale(start)) > 32)
      marks.push({ year: String(year), x: scale(start) })
  }
  return marks
}

// From nought to the greatest value, with round marks.
export function placeInHeight(values: (number | null)[], height: number, marks: number) {
  const greatest = Math.max(1, ...values.map((value) => value ?? 0))
  const top = nice(0, greatest, marks)[1]
  return {
    y: (value: number) => height * (1 - value / top),
    marks: ticks(0, top, marks).filter(Number.isInteger),
  }
}
