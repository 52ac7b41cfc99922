// SPDX-License-Identifier: Apache-2.0

import type { Profile } from '@/api/figure_types'

// The two periods to compare: those asked for where there are figures for them, else the last one
// that all places have and the same month, or the year, of the year before it.
export function comparedPeriods(profile: Profile, earlier: string, later: string) {
  const { periods } = profile
  const last = periods.includes(later) ? later : lastOfAll(profile)
  const yearBefore = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`
  const usual = periods.includes(yearBefore) ? yearBefore : (periods[0] ?? '')
  return { earlier: periods.includes(earlier) ? earlier : usual, later: last }
}

// Places without any figure do not count; where the others share none it is the last of any.
function lastOfAll({ periods, places }: Profile): string {
  const known = places.filter(({ series }) => series.some((value) => value !== null))
  const shared = periods.findLast((_, at) => known.every(({ series }) => series[at] !== null))
  return shared ?? periods.at(-1) ?? ''
}
