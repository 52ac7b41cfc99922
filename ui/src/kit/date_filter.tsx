// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'

interface DateFilterProps {
  label: string
  value: string
  onChange: (value: string | null) => void
}

export function DateFilter({ label, value, onChange }: DateFilterProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      max="9999-12-31"
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
