// SPDX-License-Identifier: Apache-2.0
import { Paper, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconSearch } from '@/kit/icons'
import classes from './filters.module.css'

// The row of filters above what they narrow.
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <Paper component="search" withBorder radius="lg" p="md">
      <div className={classes.bar}>{children}</div>
    </Paper>
  )
}

export interface Choice {
  value: string
  label: string
}

export const choicesOf = (words: Record<string, string> | undefined): Choice[] =>
  Object.entries(words ?? {}).map(([value, label]) => ({ value, label }))

interface FilterSelectProps {
  label: string
  choices: Choice[]
  value: string
  onChange: (value: string | null) => void
}

export function FilterSelect({ label, choices, value, onChange }: FilterSelectProps) {
  const { t } = useTranslation()
  return (
    <Select
      label={label}
      placeholder={t('kit.all')}
      data={choices}
      value={value || null}
      onChange={onChange}
      searchable={choices.length > 8}
      limit={200}
      clearable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('records.clear', { field: label }) }}
    />
  )
}

interface FilterTextProps {
  value: string
  onChange: (value: string) => void
}

// What is typed counts a moment after the last letter.
export function FilterText({ value, onChange }: FilterTextProps) {
  const { t } = useTranslation()
  const search = useDebouncedCallback(onChange, 250)
  return (
    <TextInput
      label={t('records.search')}
      leftSection={<IconSearch size={16} />}
      defaultValue={value}
      onChange={(event) => search(event.currentTarget.value)}
    />
  )
}
