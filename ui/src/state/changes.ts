// SPDX-License-Identifier: Apache-2.0
import type { ProfilePlace } from '@/api/figure_types'

// How a place's figure changed from one period to another, given by their positions in its series:
// the share, or that other sources stand behind the one than behind the other, whose figures are not
// compared. Nothing where one is not known, or there was none before.
export type Change = number | 'other_sources' | null

export function changeAt(
  { series, sources }: Pick<ProfilePlace, 'series' | 'sources'>,
  earlier: number,
  later: number,
): Change {
  const before = series[earlier] ?? null
  const after = series[later] ?? null
  if (before === null || after === null || before <= 0) return null
  if (sources[earlier] !== sources[later]) return 'other_sources'
  return (after - before) / before
}
