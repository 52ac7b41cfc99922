// SPDX-License-Identifier: Apache-2.0
import type { ValueMeaning } from '@/api/import_types'
import { withoutBlanks } from './mapping_draft'

// A text of a column, with what it stands for; `entry` is the place of that in the mapping's list,
// or the list's length where nothing is said of it yet.
export interface ShownText {
  text: string
  rows: number
  value: ValueMeaning
  entry: number
}

const plain = (text: string | undefined) => (text ?? '').trim().toLowerCase()

// What is said already first, each time of it by itself; then the other texts of the column.
export function textsToShow(
  texts: { text: string; rows: number }[],
  values: ValueMeaning[],
): ShownText[] {
  const counts = new Map(texts.map(({ text, rows }) => [plain(text), rows]))
  const said = values.map((value, entry) => ({
    text: value.text ?? '',
    rows: counts.get(plain(value.text)) ?? 0,
    value,
    entry,
  }))
  const known = new Set(values.map(({ text }) => plain(text)))
  const open = texts
    .filter(({ text }) => !known.has(plain(text)))
    .map(({ text, rows }) => ({ text, rows, value: { text }, entry: values.length }))
  return [...said, ...open]
}

// The list with one entry as it is now; one that says nothing any more goes.
export function valuesWith(
  values: ValueMeaning[],
  entry: number,
  value: ValueMeaning,
): ValueMeaning[] {
  const set = withoutBlanks(value.set ?? {})
  const saysSomething = Object.keys(set).length > 0 || value.from || value.until
  const before = values.filter((_, index) => index < entry)
  const after = values.filter((_, index) => index > entry)
  return [...before, ...(saysSomething ? [{ ...value, set }] : []), ...after]
}
