// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { PlaceSelect } from './place_select'

interface PlaceFilterProps {
  label: string
  value: string // an id, or a code
  by?: 'id' | 'code'
  onChange: (value: string | null) => void
}

// A place stands for what lies in it, too.
export function PlaceFilter({ label, value, by, onChange }: PlaceFilterProps) {
  const { t } = useTranslation()
  return (
    <PlaceSelect
      by={by}
      label={label}
      placeholder={t('kit.all')}
      value={value || null}
      onChange={onChange}
      clearable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('records.clear', { field: label }) }}
    />
  )
}
