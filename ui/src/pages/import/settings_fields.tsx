// SPDX-License-Identifier: Apache-2.0
import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SettingPart, Settings } from '@/api/import_types'
import { PlaceSelect } from '@/kit/place_select'
import { useSettingChoices } from './setting_choices'

interface SettingsFieldsProps {
  parts: SettingPart[]
  value: Settings
  onChange: (change: Settings) => void // only what is other than before
}

// What figures are about, each part of it a choice that may stay open.
export function SettingsFields({ parts, value, onChange }: SettingsFieldsProps) {
  return parts.map((part) => (
    <SettingField
      key={part}
      part={part}
      value={value[part] ?? ''}
      onChange={(chosen) => onChange({ [part]: chosen })}
    />
  ))
}

interface SettingFieldProps {
  part: SettingPart
  value: string
  onChange: (value: string) => void
  label?: string
  description?: string
  isNamed?: boolean // by what stands beside it: the label is for a screen reader
}

export function SettingField({
  part,
  value,
  onChange,
  label,
  description,
  isNamed,
}: SettingFieldProps) {
  const { t } = useTranslation()
  const choices = useSettingChoices(part)
  const name = label ?? t(`figures.groups.${part}`)
  const named = isNamed ? { 'aria-label': name } : { label: name }
  if (part === 'period')
    return (
      <TextInput
        {...named}
        description={description ?? t('import.period_hint')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    )
  const common = {
    ...named,
    description,
    placeholder: t('import.open'),
    value: value || null,
    onChange: (chosen: string | null) => onChange(chosen ?? ''),
    clearable: true,
    allowDeselect: false,
    clearButtonProps: { 'aria-label': t('records.clear', { field: name }) },
  }
  if (part === 'place') return <PlaceSelect by="code" {...common} />
  return <Select {...common} data={choices} searchable={choices.length > 8} limit={300} />
}
