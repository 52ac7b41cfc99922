// SPDX-License-Identifier: Apache-2.0
import type { ColumnMeaning } from '@/api/import_types'
import { fieldOf } from './mapping_draft'

const few = 8

// What columns must have in common to be settled together: counts of a wide table that each say a
// month, or each a sex and an age.
function likeness(line: ColumnMeaning): string {
  const field = fieldOf(line)
  const isManyfold = field === 'count' || field === 'dimension' || field === 'skip'
  if (!isManyfold || line.values?.length || line.name) return ''
  return [line.report ?? field, ...Object.keys(line.set ?? {}).sort()].join()
}

// The columns in their order, by index: alone, or with the neighbours alike where these are many.
export function groupsOf(lines: ColumnMeaning[]): number[][] {
  const runs: number[][] = []
  lines.forEach((line, index) => {
    const run = runs.at(-1)
    const before = run && lines[run[0] ?? 0]
    if (run && before && likeness(line) && likeness(before) === likeness(line)) run.push(index)
    else runs.push([index])
  })
  return runs.flatMap((run) => (run.length < few ? run.map((index) => [index]) : [run]))
}
