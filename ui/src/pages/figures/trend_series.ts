// SPDX-License-Identifier: Apache-2.0
import type { Figure } from '@/api/figure_types'
import type { Point } from '@/charts/scales'
import { nextPeriod, type PeriodUnit, periodUnit } from '@/state/periods'

// The figures of one subject as a line, oldest first, with gaps where a period has no figure. Where
// a source gave only a longer period (a year among months), the figure cannot be drawn on the same
// scale; `longer` says how many there are.
export function seriesOf(figures: Figure[], unit: PeriodUnit) {
  const counts = new Map<string, number>()
  let longer = 0
  for (const { period, count } of figures) {
    if (period && periodUnit(period) === unit) counts.set(period, count)
    else longer += 1
  }
  const known = [...counts.keys()].sort()
  const last = known.at(-1)
  const points: Point[] = []
  for (let period = known[0]; period && last && period <= last; period = nextPeriod(period))
    points.push({ period, value: counts.get(period) ?? null })
  return { points, longer }
}
