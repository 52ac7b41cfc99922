// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface SheetChoiceProps {
  sheets: string[]
  value: string | null
  onChange: (sheet: string | null) => void
}

export function SheetChoice({ sheets, value, onChange }: SheetChoiceProps) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('import.sheet')}
      data={sheets}
      value={value}
      onChange={onChange}
      allowDeselect={false}
    />
  )
}
