// SPDX-License-Identifier: Apache-2.0
import { Button, Group, NativeSelect, Stack, Switch, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ColumnField,
  type SettingPart,
  settingParts,
  type ValueMeaning,
} from '@/api/import_types'
import { useColumnTexts } from '@/api/imports'
import { Answer } from '@/kit/answer'
import { useFocusOnNew } from '@/kit/focus_on_new'
import { useFormats } from '@/state/formats'
import type { Editing } from './editing'
import { withLine } from './mapping_draft'
import { SettingField } from './settings_fields'
import { textsToShow, valuesWith } from './value_meanings'

interface ValueTableProps {
  at: number
  field: ColumnField
  editing: Editing
}

const shownAtFirst = 12
const parts = settingParts.filter((part) => part !== 'period')
const partOf = (field: ColumnField) => parts.find((part) => part === field)

// The different texts of a column, and what each stands for where it does not tell itself.
export function ValueTable({ at, field, editing }: ValueTableProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { draft, file, sheet, onChange } = editing
  const values = draft.columns[at]?.values ?? []
  const said = parts.find((part) => values.some(({ set }) => set?.[part]))
  const [chosen, setChosen] = useState<SettingPart>(said ?? partOf(field) ?? 'profile')
  const [isDated, setDated] = useState(values.some(({ from, until }) => from || until))
  const [all, setAll] = useState(false)
  const texts = useColumnTexts(file, {
    column: at + 1,
    sheet,
    header_row: draft.header_row,
    mapped: field !== 'skip',
  })
  const change = (next: ValueMeaning[]) =>
    onChange(withLine(draft, [at], { values: next.length > 0 ? next : undefined }))
  const known = textsToShow(texts.data?.items ?? [], values).length
  const { box, expect } = useFocusOnNew<HTMLTableElement>(
    all ? known : Math.min(known, shownAtFirst),
  )
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('import.values')}</Text>
      <Text size="sm" c="dimmed">
        {t('import.values_lead')}
      </Text>
      <Group align="flex-end">
        <NativeSelect
          label={t('import.values_say')}
          data={parts.map((part) => ({ value: part, label: t(`figures.groups.${part}`) }))}
          value={chosen}
          onChange={(event) =>
            setChosen(parts.find((part) => part === event.currentTarget.value) ?? chosen)
          }
        />
        <Switch
          label={t('import.values_dated')}
          checked={isDated}
          onChange={(event) => setDated(event.currentTarget.checked)}
        />
      </Group>
      <Answer query={texts}>
        {({ items, is_all }) => {
          const rows = textsToShow(items, values)
          const shown = all ? rows : rows.slice(0, shownAtFirst)
          return (
            <>
              <Table ref={box} verticalSpacing={4} layout="auto">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('import.value_text')}</Table.Th>
                    <Table.Th scope="col">{t('import.stands_for')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {shown.map(({ text, rows: count, value, entry }) => (
                    <Table.Tr key={`${text}/${entry}`}>
                      <Table.Td dir="auto" style={{ overflowWrap: 'anywhere' }}>
                        {text}
                        {count > 0 && (
                          <Text span size="xs" c="dimmed" ms={8} className="numeric">
                            {formats.number(count)}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>
                        <Group gap="xs">
                          <SettingField
                            isNamed
                            label={t('import.stands_for_of', { text })}
                            part={chosen}
                            value={value.set?.[chosen] ?? ''}
                            onChange={(word) =>
                              change(
                                valuesWith(values, entry, {
                                  ...value,
                                  set: { ...value.set, [chosen]: word },
                                }),
                              )
                            }
                          />
                          {isDated &&
                            (['from', 'until'] as const).map((end) => (
                              <TextInput
                                key={end}
                                type="date"
                                aria-label={t(`import.value_${end}`, { text })}
                                value={value[end] ?? ''}
                                onChange={(event) =>
                                  change(
                                    valuesWith(values, entry, {
                                      ...value,
                                      [end]: event.currentTarget.value || undefined,
                                    }),
                                  )
                                }
                              />
                            ))}
                          {isDated && entry < values.length && (
                            <Button
                              variant="subtle"
                              size="compact-xs"
                              onClick={() => change([...values, { text, set: value.set }])}
                            >
                              {t('import.another_time')}
                            </Button>
                          )}
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              {rows.length > shown.length && (
                <Button
                  variant="default"
                  size="xs"
                  w="fit-content"
                  onClick={() => {
                    expect()
                    setAll(true)
                  }}
                >
                  {t('kit.more_of', { number: formats.number(rows.length - shown.length) })}
                </Button>
              )}
              {!is_all && (
                <Text size="sm" c="dimmed">
                  {t('import.more_values')}
                </Text>
              )}
            </>
          )
        }}
      </Answer>
    </Stack>
  )
}
