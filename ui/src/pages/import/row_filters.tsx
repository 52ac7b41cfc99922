// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, SimpleGrid, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RowFilter } from '@/api/import_types'
import type { Editing } from './editing'
import { samplesOf } from './samples'

// Rows that are left out by the text in a column, with the reason that is shown for each.
export function RowFilters({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const { columns, draft, onChange } = editing
  const filters = draft.filters ?? []
  const change = (next: RowFilter[]) =>
    onChange({ ...draft, filters: next.length > 0 ? next : undefined })
  const nameOf = (at: number) =>
    columns[at]?.header || t('import.column_number', { number: at + 1 })
  const columnOf = ({ column, number }: RowFilter) =>
    number
      ? number - 1
      : columns.findIndex(({ header, tag }) => [header, tag].includes(column ?? ''))
  const named = (at: number) =>
    columns[at]?.header ? { column: columns[at]?.header } : { column: '', number: at + 1 }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('import.filters_lead')}
      </Text>
      {filters.map((filter, index) => {
        const keeps = filter.keep !== undefined
        const at = columnOf(filter)
        const set = (part: Partial<RowFilter>) =>
          change(filters.map((one, other) => (other === index ? { ...one, ...part } : one)))
        const texts = keeps ? (filter.keep ?? []) : (filter.skip ?? [])
        const say = (isKept: boolean, words: string[]) =>
          set(isKept ? { keep: words, skip: undefined } : { skip: words, keep: undefined })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter is known by its place alone
          <SimpleGrid key={index} cols={{ base: 1, sm: 2, lg: 5 }} spacing="sm">
            <NativeSelect
              label={t('import.column')}
              data={columns.map((column) => ({
                value: String(column.index),
                label: nameOf(column.index),
              }))}
              value={String(at)}
              onChange={(event) =>
                set({ number: undefined, ...named(Number(event.currentTarget.value)) })
              }
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
            <TagsInput
              label={t('import.filter_texts')}
              data={samplesOf(columns[at])}
              value={texts}
              onChange={(words) => say(keeps, words)}
            />
            <TextInput
              label={t('import.filter_reason')}
              value={filter.reason ?? ''}
              onChange={(event) => set({ reason: event.currentTarget.value })}
              error={filter.reason ? undefined : t('import.filter_reason_needed')}
            />
            <Button
              variant="default"
              mt={{ base: 0, lg: 24 }}
              w="fit-content"
              aria-label={t('import.remove_filter', { column: nameOf(at) })}
              onClick={() => change(filters.filter((_, other) => other !== index))}
            >
              {t('import.remove')}
            </Button>
          </SimpleGrid>
        )
      })}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        onClick={() => change([...filters, { ...named(0), skip: [], reason: '' }])}
      >
        {t('import.add_filter')}
      </Button>
    </Stack>
  )
}
