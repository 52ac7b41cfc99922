// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ColumnField, type Settings, settingParts } from '@/api/import_types'
import type { Editing } from './editing'
import { isSame, withLine, withSettings } from './mapping_draft'
import { SettingsFields } from './settings_fields'
import { ValueTable } from './value_table'

interface ColumnDetailsProps {
  at: number[]
  field: ColumnField
  editing: Editing
}

const dated: ColumnField[] = ['period', 'period_from', 'period_to']
const bare: ColumnField[] = ['skip', 'year', 'month', 'latitude', 'longitude', 'coordinates']

export const hasDetails = (field: ColumnField) => !bare.includes(field)

// All that may be said of a column beside its field.
export function ColumnDetails({ at, field, editing }: ColumnDetailsProps) {
  if (field === 'count') return <CountDetails at={at} editing={editing} />
  if (dated.includes(field)) return <DateOrder at={at} editing={editing} />
  return (
    <Stack gap="sm">
      {field === 'dimension' && <DimensionName at={at} editing={editing} />}
      {at.length === 1 && <ValueTable at={at[0] ?? 0} field={field} editing={editing} />}
    </Stack>
  )
}

type PartProps = Omit<ColumnDetailsProps, 'field'>

// What the column's figures are about: this is how one row gives several.
function CountDetails({ at, editing }: PartProps) {
  const { t } = useTranslation()
  const { draft, onChange } = editing
  const lines = at.map((index) => draft.columns[index])
  const common: Settings = {}
  for (const part of settingParts)
    if (lines.every((line) => isSame(line?.set?.[part], lines[0]?.set?.[part])))
      common[part] = lines[0]?.set?.[part]
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
      <SettingsFields
        parts={[...settingParts]}
        value={common}
        onChange={(change) => onChange(withSettings(draft, at, change))}
      />
      <NativeSelect
        label={t('import.decimal_sign')}
        data={[
          { value: 'unknown', label: t('import.as_found_out') },
          { value: 'point', label: t('import.decimal_signs.point') },
          { value: 'comma', label: t('import.decimal_signs.comma') },
        ]}
        value={lines[0]?.decimal_sign ?? 'unknown'}
        onChange={(event) =>
          onChange(withLine(draft, at, { decimal_sign: signOf(event.currentTarget.value) }))
        }
      />
    </SimpleGrid>
  )
}

const signOf = (value: string) => (value === 'point' || value === 'comma' ? value : undefined)
const orderOf = (value: string) =>
  value === 'day_first' || value === 'month_first' ? value : undefined

function DateOrder({ at, editing }: PartProps) {
  const { t } = useTranslation()
  const { draft, onChange } = editing
  return (
    <NativeSelect
      maw={360}
      label={t('import.date_order')}
      data={[
        { value: 'unknown', label: t('import.as_found_out') },
        { value: 'day_first', label: t('import.date_orders.day_first') },
        { value: 'month_first', label: t('import.date_orders.month_first') },
      ]}
      value={draft.columns[at[0] ?? 0]?.date_order ?? 'unknown'}
      onChange={(event) =>
        onChange(withLine(draft, at, { date_order: orderOf(event.currentTarget.value) }))
      }
    />
  )
}

function DimensionName({ at, editing }: PartProps) {
  const { t } = useTranslation()
  const { draft, onChange } = editing
  if (at.length > 1) return null
  return (
    <TextInput
      maw={360}
      label={t('import.dimension_name')}
      value={draft.columns[at[0] ?? 0]?.name ?? ''}
      onChange={(event) =>
        onChange(withLine(draft, at, { name: event.currentTarget.value || undefined }))
      }
    />
  )
}
