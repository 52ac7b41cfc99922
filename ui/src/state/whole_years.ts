// SPDX-License-Identifier: Apache-2.0
import type { Profile } from '@/api/figure_types'

// The last month for which each place has a figure. A year that is not yet over must not be set
// against a whole one.
export function lastMonths({ places, periods }: Profile): Map<string, string> {
  const ends = new Map<string, string>()
  for (const { code, series } of places) {
    const last = periods[series.findLastIndex((value) => value !== null)]
    if (last) ends.set(code, last)
  }
  return ends
}

// The newest year of which some place has all months; the newest of all where none has.
export function latestWholeYear(years: string[], ends: string[]): string {
  const whole = years.filter((year) => ends.some((end) => end >= `${year}-12`))
  return whole.at(-1) ?? years.at(-1) ?? ''
}
