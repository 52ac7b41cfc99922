// SPDX-License-Identifier: Apache-2.0

// The two periods to compare: those asked for where there are figures for them, else the last one
// and the same month, or the year, of the year before it.
export function comparedPeriods(periods: string[], earlier: string, later: string) {
  const last = periods.includes(later) ? later : (periods.at(-1) ?? '')
  const yearBefore = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`
  const usual = periods.includes(yearBefore) ? yearBefore : (periods[0] ?? '')
  return { earlier: periods.includes(earlier) ? earlier : usual, later: last }
}
