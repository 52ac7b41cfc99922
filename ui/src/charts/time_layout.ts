// SPDX-License-Identifier: Apache-2.0
import { ticks } from 'd3-array'
import { nextPeriod, periodStart } from '@/state/periods'

export interface Span {
  begins: string | null // periods: 2005, 2005-03
  ends: string | null // null: it goes on, or nobody knows
  goesOn: boolean
}

// Where a bar lies, in hundredths of the picture's width. An open one has no known end there.
export interface Stretch {
  start: number
  length: number
  isOpen: boolean // it goes on beyond today
}

export interface TimeLayout {
  years: { year: number; at: number }[]
  today: number | null // null: outside of the picture
  place(span: Span): Stretch | null // null: nothing is known of its time
}

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const firstOf = (period: string) => dayNumber(periodStart(period))
// The day behind its last.
const behind = (period: string) => firstOf(nextPeriod(period))
const newYear = (year: number) => dayNumber(`${year}-01-01`)
const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()

// Whole years from the earliest beginning to the latest end, or to today where something goes on.
export function layOutTime(spans: Span[], today: string): TimeLayout {
  const now = dayNumber(today)
  const days = spans.flatMap(({ begins, ends, goesOn }) => [
    ...(begins ? [firstOf(begins)] : []),
    ...(ends ? [behind(ends) - 1] : goesOn && begins ? [now] : []),
  ])
  const first = days.length ? yearOf(Math.min(...days)) : yearOf(now)
  const last = days.length ? yearOf(Math.max(...days)) : yearOf(now)
  const from = newYear(first)
  const to = newYear(last + 1)
  const at = (day: number) => ((day - from) / (to - from)) * 100
  const marks = ticks(first, last, 8).filter(Number.isInteger)

  return {
    years: (marks.length ? marks : [first]).map((year) => ({ year, at: at(newYear(year)) })),
    today: now >= from && now < to ? at(now) : null,
    place({ begins, ends, goesOn }) {
      if (!begins && !ends) return null
      const end = ends ? behind(ends) : goesOn ? Math.max(now, firstOf(begins ?? today)) : null
      const start = begins ? firstOf(begins) : (end ?? now) - 366 // the year before it
      const stop = end ?? behind(begins ?? today)
      return {
        start: Math.max(0, at(start)),
        length: Math.max(at(stop) - Math.max(0, at(start)), 0.8),
        isOpen: !ends && goesOn,
      }
    },
  }
}
