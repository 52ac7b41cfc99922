// SPDX-License-Identifier: Apache-2.0
import type { Column, ColumnField, ColumnMeaning, Mapping } from '@/api/import_types'
import type { Indicator } from '@/api/types'

// What a person has settled about a file before it is read.
export interface Settled {
  fields: ColumnField[] // of each column, in order
  indicator: string // of every row, where no column says it
  place: string
}

// What the mapping settles. A constant that a person chose before holds where the mapping has none.
export const settledBy = (
  columns: Column[],
  mapping: Mapping,
  chosen?: Pick<Settled, 'indicator' | 'place'>,
): Settled => ({
  fields: columns.map((column) => column.field),
  indicator: mapping.set?.indicator ?? chosen?.indicator ?? '',
  place: mapping.set?.place ?? chosen?.place ?? '',
})

const describes = (meaning: ColumnMeaning, column: Column) =>
  meaning.number
    ? meaning.number === column.index + 1
    : [column.header, column.tag].includes(meaning.column ?? '')

// The mapping as it came with the person's choices in it. Where a choice leaves a column as it was,
// all else that the mapping knows of the column (its values, its order of dates) stays.
export function mappingFor(columns: Column[], mapping: Mapping, settled: Settled): Mapping {
  const named = columns.map((column, index): ColumnMeaning => {
    const known = mapping.columns?.find((meaning) => describes(meaning, column))
    const field = settled.fields[index] ?? column.field
    if (known && (known.field ?? 'dimension') === field) return known
    return column.header
      ? { column: column.header, field }
      : { column: '', number: column.index + 1, field }
  })
  const indicator = (settled.indicator || undefined) as Indicator | undefined // chosen by its label
  const set = { ...mapping.set, indicator, place: settled.place || undefined }
  return { ...mapping, set, columns: named }
}

export type Missing = 'count' | 'period' | 'indicator' | 'place'

const times: ColumnField[] = ['period', 'period_from', 'year']
const spots: ColumnField[] = ['place', 'coordinates', 'latitude']

// What must be settled yet before anything can be read.
export function missingFrom(settled: Settled, mapping: Mapping): Missing[] {
  const has = (fields: ColumnField[]) => settled.fields.some((field) => fields.includes(field))
  const countsSay = (mapping.columns ?? []).some(
    (meaning) => meaning.field === 'count' && meaning.set?.indicator,
  )
  const missing: Missing[] = []
  if (!has(['count']) && !mapping.events) missing.push('count')
  if (!has(times) && !mapping.period) missing.push('period')
  if (!has(['indicator']) && !settled.indicator && !countsSay) missing.push('indicator')
  if (!has(spots) && !settled.place) missing.push('place')
  return missing
}
