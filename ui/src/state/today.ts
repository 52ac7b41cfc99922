// SPDX-License-Identifier: Apache-2.0
import { nextPeriod, periodStart } from './periods'

// Today where the reader is, as 2026-03-28.
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

// Whether all of a period lies before the day: what was due in March is late in April.
export const isPast = (period: string, day: string): boolean =>
  periodStart(nextPeriod(period)) <= day

// Whether the day lies between two periods, each of which may be unknown.
export const isWithin = (since: string | null, until: string | null, day: string): boolean =>
  (!since || periodStart(since) <= day) && !(until && isPast(until, day))
