// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RowFilter } from '@/api/import_types'
import { editableRows, RemoveRow } from './editable_rows'
import type { Editing } from './editing'
import {
  CellTexts,
  ColumnChoice,
  indexOfColumn,
  namedColumn,
  useColumnName,
} from './filter_columns'
import { FilterExceptions } from './filter_exceptions'

// Rows that are left out by the text in a column, with the reason that is shown for each.
export function RowFilters({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const { columns, draft, onChange } = editing
  const nameOf = useColumnName(columns)
  const filters = draft.filters ?? []
  const rows = editableRows(filters, (next) => onChange({ ...draft, filters: next }))
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('import.filters_lead')}
      </Text>
      {filters.map((filter, index) => {
        const keeps = filter.keep !== undefined
        const at = indexOfColumn(columns, filter)
        const set = (part: Partial<RowFilter>) => rows.set(index, part)
        const texts = keeps ? (filter.keep ?? []) : (filter.skip ?? [])
        const say = (isKept: boolean, words: string[]) =>
          set(isKept ? { keep: words, skip: undefined } : { skip: words, keep: undefined })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter is known by its place alone
          <Stack key={index} gap="xs">
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 5 }} spacing="sm">
              <ColumnChoice
                label={t('import.column')}
                columns={columns}
                of={filter}
                onChange={set}
              />
              <NativeSelect
                label={t('import.filter_rule')}
                data={[
                  { value: 'skip', label: t('import.filter_rules.skip') },
                  { value: 'keep', label: t('import.filter_rules.keep') },
                ]}
                value={keeps ? 'keep' : 'skip'}
                onChange={(event) => say(event.currentTarget.value === 'keep', texts)}
              />
              <CellTexts
                column={columns[at]}
                texts={texts}
                onChange={(words) => say(keeps, words)}
              />
              <TextInput
                label={t('import.filter_reason')}
                value={filter.reason ?? ''}
                onChange={(event) => set({ reason: event.currentTarget.value })}
                error={filter.reason ? undefined : t('import.filter_reason_needed')}
              />
              <RemoveRow
                label={t('import.remove_filter', { column: nameOf(at) })}
                beside="lg"
                onClick={() => rows.remove(index)}
              />
            </SimpleGrid>
            <FilterExceptions
              columns={columns}
              filter={filter}
              onChange={(unless) => set({ unless })}
            />
          </Stack>
        )
      })}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        onClick={() => rows.add({ ...namedColumn(columns, 0), skip: [], reason: '' })}
      >
        {t('import.add_filter')}
      </Button>
    </Stack>
  )
}
