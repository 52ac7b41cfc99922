// SPDX-License-Identifier: Apache-2.0
import { Code, Group, Select, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Column, type ColumnField, columnFields } from '@/api/import_types'
import { DataTable } from '@/kit/data_table'
import { Tag } from '@/kit/tag'

interface ColumnsProps {
  columns: Column[]
  fields: ColumnField[]
  onChange: (fields: ColumnField[]) => void
}

const tones = { certain: 'good', likely: 'warning', unknown: 'quiet' } as const

export function Columns({ columns, fields, onChange }: ColumnsProps) {
  const { t } = useTranslation()
  const choices = columnFields.map((field) => ({
    value: field,
    label: t(`import.fields.${field}`),
  }))
  const change = (at: number, field: string | null) => {
    const chosen = columnFields.find((known) => known === field)
    if (chosen) onChange(fields.map((before, index) => (index === at ? chosen : before)))
  }
  return (
    <DataTable
      label={t('import.columns')}
      rows={columns.map((column, at) => ({ column, at }))}
      rowKey={({ column }) => String(column.index)}
      columns={[
        {
          key: 'column',
          label: t('import.column'),
          cell: ({ column }) => (
            <Stack gap={2}>
              <Text fw={600}>
                {column.header || t('import.column_number', { number: column.index + 1 })}
              </Text>
              {column.tag && <Code>{column.tag}</Code>}
            </Stack>
          ),
        },
        {
          key: 'samples',
          label: t('import.samples'),
          cell: ({ column }) => (
            <Text size="sm" c="dimmed" maw={260} lineClamp={2} dir="auto">
              {column.samples.join(' · ')}
            </Text>
          ),
        },
        {
          key: 'meaning',
          label: t('import.meaning'),
          cell: ({ column, at }) => (
            <Select
              aria-label={t('import.meaning_of', {
                column: column.header || String(column.index + 1),
              })}
              data={choices}
              value={fields[at] ?? null}
              onChange={(field) => change(at, field)}
              allowDeselect={false}
              miw={190}
              size="sm"
            />
          ),
        },
        {
          key: 'confidence',
          label: t('import.recognised'),
          cell: ({ column, at }) => (
            <Group h={36}>
              {fields[at] === column.field ? (
                <Tag tone={tones[column.confidence]}>
                  {t(`import.confidence.${column.confidence}`)}
                </Tag>
              ) : (
                <Tag tone="accent">{t('import.confidence.yours')}</Tag>
              )}
            </Group>
          ),
        },
      ]}
    />
  )
}
