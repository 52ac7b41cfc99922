// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Recognition } from '@/api/import_types'
import { useFirstNames } from '@/state/first_names'

const few = 8

interface SheetChoiceProps {
  recognition: Recognition
  onChange: (sheet: string | null) => void
}

// Sheets with the same columns, such as one for each month, can be chosen as one table.
export function SheetChoice({ recognition, onChange }: SheetChoiceProps) {
  const { t } = useTranslation()
  const firstNames = useFirstNames()
  const { sheets, sheet, alike_sheets, alike_as_one } = recognition
  const choices = sheets.map((name) => ({ value: name, label: name }))
  if (alike_as_one !== null)
    choices.unshift({
      value: alike_as_one,
      label: t('import.alike_sheets', { sheets: firstNames(alike_sheets) }),
    })
  return (
    <Select
      label={t('import.sheet')}
      data={choices}
      value={sheet}
      onChange={onChange}
      allowDeselect={false}
      searchable={choices.length > few}
      limit={300} // an archive may hold thousands of files
    />
  )
}
