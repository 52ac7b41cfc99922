// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Column } from '@/api/import_types'
import { samplesOf } from './samples'

// How a rule names a column: by its header or hashtag, else by its number from 1.
export interface NamedColumn {
  column?: string
  number?: number
}

export const namedColumn = (columns: Column[], at: number): NamedColumn =>
  columns[at]?.header
    ? { column: columns[at]?.header, number: undefined }
    : { column: '', number: at + 1 }

export const indexOfColumn = (columns: Column[], { column, number }: NamedColumn): number =>
  number ? number - 1 : columns.findIndex(({ header, tag }) => [header, tag].includes(column ?? ''))

export function useColumnName(columns: Column[]): (at: number) => string {
  const { t } = useTranslation()
  return (at) => columns[at]?.header || t('import.column_number', { number: at + 1 })
}

interface ColumnChoiceProps {
  label: string
  columns: Column[]
  of: NamedColumn
  onChange: (next: NamedColumn) => void
}

export function ColumnChoice({ label, columns, of, onChange }: ColumnChoiceProps) {
  const nameOf = useColumnName(columns)
  return (
    <NativeSelect
      label={label}
      data={columns.map(({ index }) => ({ value: String(index), label: nameOf(index) }))}
      value={String(indexOfColumn(columns, of))}
      onChange={(event) => onChange(namedColumn(columns, Number(event.currentTarget.value)))}
    />
  )
}

interface CellTextsProps {
  column: Column | undefined
  texts: string[]
  error?: string
  onChange: (texts: string[]) => void
}

// Texts of a column's cells. A blank one is a text too, and has a word here.
export function CellTexts({ column, texts, error, onChange }: CellTextsProps) {
  const { t } = useTranslation()
  const blank = t('import.blank_cell')
  return (
    <TagsInput
      label={t('import.filter_texts')}
      data={[...new Set([...samplesOf(column), blank])]}
      value={texts.map((text) => text || blank)}
      onChange={(words) => onChange(words.map((word) => (word === blank ? '' : word)))}
      error={error}
    />
  )
}
