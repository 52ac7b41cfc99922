// SPDX-License-Identifier: Apache-2.0
import { Button, SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Column, RowFilter } from '@/api/import_types'
import { editableRows, RemoveRow } from './editable_rows'
import {
  CellTexts,
  ColumnChoice,
  indexOfColumn,
  namedColumn,
  useColumnName,
} from './filter_columns'

type Exception = NonNullable<RowFilter['unless']>[number]

interface FilterExceptionsProps {
  columns: Column[]
  filter: RowFilter
  onChange: (unless: Exception[] | undefined) => void
}

// Rows that stay although a rule would leave them out, by the text in another column.
export function FilterExceptions({ columns, filter, onChange }: FilterExceptionsProps) {
  const { t } = useTranslation()
  const nameOf = useColumnName(columns)
  const exceptions = filter.unless ?? []
  const rows = editableRows(exceptions, onChange)
  return (
    <>
      {exceptions.map((exception, index) => {
        const at = indexOfColumn(columns, exception)
        const set = (part: Partial<Exception>) => rows.set(index, part)
        const isSaid = (exception.texts ?? []).length > 0
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an exception is known by its place alone
          <SimpleGrid key={index} cols={{ base: 1, sm: 2, lg: 5 }} spacing="sm" ps="lg">
            <ColumnChoice
              label={t('import.filter_unless')}
              columns={columns}
              of={exception}
              onChange={set}
            />
            <CellTexts
              column={columns[at]}
              texts={exception.texts ?? []}
              error={isSaid ? undefined : t('import.filter_unless_needed')}
              onChange={(texts) => set({ texts })}
            />
            <RemoveRow
              label={t('import.remove_exception', { column: nameOf(at) })}
              beside="sm"
              onClick={() => rows.remove(index)}
            />
          </SimpleGrid>
        )
      })}
      <Button
        variant="subtle"
        size="xs"
        w="fit-content"
        aria-label={t('import.add_exception_to', {
          column: nameOf(indexOfColumn(columns, filter)),
        })}
        onClick={() => rows.add({ ...namedColumn(columns, 0), texts: [] })}
      >
        {t('import.add_exception')}
      </Button>
    </>
  )
}
