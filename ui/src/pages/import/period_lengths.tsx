// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PeriodLength } from '@/api/import_types'
import { useLabels } from '@/api/labels'
import { choicesOf } from '@/kit/filters'
import { useFormats } from '@/state/formats'
import { editableRows, RemoveRow } from './editable_rows'
import type { Editing } from './editing'

const units = ['week', 'month', 'quarter', 'year'] as const

// Rows dated in a stretch of time that count a longer period than they say.
export function PeriodLengths({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const formats = useFormats()
  const { draft, onChange } = editing
  const lengths = draft.period_lengths ?? []
  const rows = editableRows(lengths, (next) => onChange({ ...draft, period_lengths: next }))
  const datesOf = ({ from, until }: PeriodLength) =>
    `${from ? formats.day(from) : '…'} – ${until ? formats.day(until) : '…'}`
  const choices = choicesOf(labels.codes.period_unit).filter(({ value }) =>
    units.some((unit) => unit === value),
  )
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('import.lengths_lead')}
      </Text>
      {lengths.map((length, index) => {
        const set = (part: Partial<PeriodLength>) => rows.set(index, part)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place alone
          <SimpleGrid key={index} cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
            {(['from', 'until'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={t(`import.length_${end}`)}
                value={length[end] ?? ''}
                onChange={(event) => set({ [end]: event.currentTarget.value || undefined })}
              />
            ))}
            <NativeSelect
              label={t('import.length_unit')}
              data={choices}
              value={length.unit ?? 'year'}
              onChange={(event) =>
                set({ unit: units.find((unit) => unit === event.currentTarget.value) })
              }
            />
            <RemoveRow
              label={t('import.remove_length', { dates: datesOf(length) })}
              beside="lg"
              onClick={() => rows.remove(index)}
            />
          </SimpleGrid>
        )
      })}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        onClick={() => rows.add({ unit: 'year' })}
      >
        {t('import.add_length')}
      </Button>
    </Stack>
  )
}
