// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { Children, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { IconAdjustmentsHorizontal, IconSearch } from '@/kit/icons'
import classes from './filters.module.css'

interface FilterBarProps {
  search?: ReactNode // what is looked for by words; it is always there
  values: readonly string[] // of the filters, each '' where it is not set
  children?: ReactNode
}

// The row of filters above what they narrow. On a telephone several of them wait behind a button,
// which says how many are set.
export function FilterBar({ search, values, children }: FilterBarProps) {
  const { t } = useTranslation()
  const id = useId()
  const [opened, { toggle }] = useDisclosure(false)
  const folds = Children.toArray(children).length > 1
  const count = values.filter(Boolean).length
  return (
    <Paper component="search" withBorder radius="lg" p="md">
      <div className={classes.bar}>
        {search}
        {folds && (
          <Button
            variant="default"
            className={classes.opener}
            leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
            aria-expanded={opened}
            aria-controls={id}
            onClick={toggle}
          >
            {count > 0 ? t('kit.filters_set', { count }) : t('kit.filters')}
          </Button>
        )}
        {children && (
          <div id={id} className={classes.filters} data-folded={(folds && !opened) || undefined}>
            {children}
          </div>
        )}
      </div>
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
