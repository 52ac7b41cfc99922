// SPDX-License-Identifier: Apache-2.0
import type {
  Column,
  ColumnField,
  ColumnMeaning,
  Mapping,
  ReportField,
  Settings,
} from '@/api/import_types'

// The mapping while a person settles it: with a line for each column of the file, in their order.
export type Draft = Mapping & { columns: ColumnMeaning[] }

const describes = (line: ColumnMeaning, column: Column) =>
  line.number
    ? line.number === column.index + 1
    : [column.header, column.tag].includes(line.column ?? '')

const lineFor = (column: Column, field: ColumnField): ColumnMeaning =>
  column.header ? { column: column.header, field } : { column: '', number: column.index + 1, field }

export const fieldOf = (line: ColumnMeaning | undefined): ColumnField => line?.field ?? 'dimension'

export const reportFieldOf = (line: ColumnMeaning | undefined): ReportField =>
  fieldOf(line) === 'skip' ? 'skip' : (line?.report ?? 'other')

export const isOfActivities = (draft: Draft) => draft.content === 'activities'

// What the server recognised. A constant that a person chose before holds where it knows of none.
export function draftOf(columns: Column[], mapping: Mapping, before?: Draft): Draft {
  const lines = columns.map(
    (column) =>
      mapping.columns?.find((line) => describes(line, column)) ?? lineFor(column, column.field),
  )
  const set = withoutBlanks({ ...before?.set, ...withoutBlanks(mapping.set ?? {}) })
  return { ...mapping, set, columns: lines }
}

// Of several settings those that say something.
export function withoutBlanks(set: Settings): Settings {
  const said = Object.entries(set).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(said.filter(([, value]) => value !== ''))
}

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

// The columns `at` mean `field`. One that means again what was suggested is as it was suggested,
// with its values and its order of dates; of one that means something new these are forgotten.
export function withField(draft: Draft, suggested: Draft, at: number[], field: ColumnField): Draft {
  const columns = draft.columns.map((line, index) => {
    if (!at.includes(index) || fieldOf(line) === field) return line
    const first = suggested.columns[index]
    if (first && fieldOf(first) === field) return first
    return line.number ? { column: '', number: line.number, field } : { column: line.column, field }
  })
  return { ...draft, columns }
}

// The same of an activity sheet.
export const withReportField = (draft: Draft, at: number[], report: ReportField): Draft =>
  withLine(
    draft,
    at,
    report === 'skip' ? { field: 'skip', report: undefined } : { field: undefined, report },
  )

// Something else of these columns.
export function withLine(draft: Draft, at: number[], change: Partial<ColumnMeaning>): Draft {
  const columns = draft.columns.map((line, index) =>
    at.includes(index) ? { ...line, ...change } : line,
  )
  return { ...draft, columns }
}

// What the count columns `at` count; of each only what `change` names is other than before.
export function withSettings(draft: Draft, at: number[], change: Settings): Draft {
  const columns = draft.columns.map((line, index) =>
    at.includes(index) ? { ...line, set: withoutBlanks({ ...line.set, ...change }) } : line,
  )
  return { ...draft, columns }
}

export const asSuggested = (draft: Draft, suggested: Draft, at: number[]): Draft => ({
  ...draft,
  columns: draft.columns.map((line, index) =>
    at.includes(index) ? (suggested.columns[index] ?? line) : line,
  ),
})

export type Missing = 'organisation' | 'count' | 'period' | 'indicator' | 'place'

const times: ColumnField[] = ['period', 'year']

// What must be settled yet before anything can be read.
export function missingFrom(draft: Draft): Missing[] {
  const has = (field: ColumnField) => draft.columns.some((line) => fieldOf(line) === field)
  const counts = draft.columns.filter((line) => fieldOf(line) === 'count')
  const isSaid = (what: 'indicator' | 'place') =>
    !!draft.set?.[what] ||
    has(what) ||
    draft.columns.some((line) => line.values?.some(({ set }) => set?.[what])) ||
    (counts.length > 0 && counts.every((line) => line.set?.[what]))
  const isDated =
    !!draft.period ||
    times.some(has) ||
    (has('period_from') && has('period_to')) ||
    datesCounts(draft)
  if (isOfActivities(draft)) return namesWho(draft) ? [] : ['organisation']
  const missing: Missing[] = []
  if (counts.length === 0) missing.push('count')
  if (!isDated) missing.push('period')
  if (!isSaid('indicator')) missing.push('indicator')
  if (!isSaid('place')) missing.push('place')
  return missing
}

const namesWho = (draft: Draft) =>
  draft.columns
    .map(reportFieldOf)
    .some((field) => field === 'organisation' || field === 'implementing_partner')

// Whether each count column says of which period it is.
function datesCounts(draft: Draft): boolean {
  const counts = draft.columns.filter((line) => fieldOf(line) === 'count')
  return counts.length > 0 && counts.every((line) => !!line.set?.period)
}
