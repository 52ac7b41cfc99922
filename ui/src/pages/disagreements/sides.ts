// SPDX-License-Identifier: Apache-2.0
import type { ComparedStretch } from '@/api/disagreements'
import type { Line } from '@/charts/compared_lines'
import { periodUnit } from '@/state/periods'
import type { RulingQuestion, Stretch } from '../figures/ruling_dialog'

// One source of a comparison; all that are not shared with the reader are one without an id.
export interface Side {
  id: string | null
  title: string
}

export function sourcesIn(stretches: ComparedStretch[], notShared: string): Side[] {
  const sides = new Map<string | null, Side>()
  for (const { sources } of stretches)
    for (const { source, title } of sources)
      if (!sides.has(source)) sides.set(source, { id: source, title: title ?? notShared })
  return [...sides.values()].sort(
    (a, b) => Number(a.id === null) - Number(b.id === null) || a.title.localeCompare(b.title),
  )
}

export const said = ({ sources }: ComparedStretch, { id }: Side) =>
  sources.find(({ source }) => source === id)

// One line for each source whose figures are told, over the stretches of the commonest length.
export function linesOf(stretches: ComparedStretch[], sides: Side[]): Line[] {
  const unit = commonest(stretches.map(({ period }) => periodUnit(period)))
  const drawn = stretches.filter(({ period }) => periodUnit(period) === unit)
  return sides
    .map((side) => ({
      key: side.id ?? '',
      name: side.title,
      points: drawn.map((stretch) => ({
        period: stretch.period,
        value: said(stretch, side)?.count ?? null,
      })),
    }))
    .filter(({ points }) => points.some(({ value }) => value !== null))
}

function commonest<T>(items: T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

const dayAfter = (day: string) =>
  new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

// Each run of stretches without a day between them: what was not chosen is not ruled on.
function runsOf(stretches: Stretch[]): Stretch[] {
  const runs: Stretch[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = runs.at(-1)
    if (!last || from > dayAfter(last.to)) runs.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return runs
}

export const stretchKey = ({ from, to }: Stretch) => from + to

// What somebody may rule on: that of which nobody did.
export const isOpen = ({ disagrees, ruled }: ComparedStretch) => disagrees && !ruled

// What is asked of a coordinator about some stretches: one of the sources that are told in any.
export function questionAbout(stretches: ComparedStretch[], sides: Side[]): RulingQuestion | null {
  const first = stretches[0]
  if (!first) return null
  const counts = (side: Side) => stretches.flatMap((stretch) => said(stretch, side)?.count ?? [])
  return {
    indicator: first.indicator,
    place: first.place,
    stretches: runsOf(stretches),
    sources: sides.flatMap((side) => {
      const told = counts(side)
      if (side.id === null || told.length === 0) return []
      const count = stretches.length === 1 ? (told[0] ?? null) : null
      return [{ source: side.id, title: side.title, count }]
    }),
  }
}
