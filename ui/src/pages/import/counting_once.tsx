// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Editing } from './editing'

const repetitions = ['add', 'once', 'latest'] as const

// What only the officer knows of how a file's figures add up: docs/users/counting-once.md.
export function CountingOnce({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const { draft, onChange } = editing
  return (
    <Stack gap="sm">
      <Switch
        label={t('import.cumulative')}
        description={t('import.cumulative_lead')}
        checked={draft.cumulative === 'year'}
        onChange={(event) =>
          onChange({ ...draft, cumulative: event.currentTarget.checked ? 'year' : undefined })
        }
      />
      <NativeSelect
        label={t('import.repeated')}
        data={repetitions.map((value) => ({ value, label: t(`import.repetitions.${value}`) }))}
        value={draft.repeated ?? 'add'}
        onChange={(event) => {
          const chosen = repetitions.find((value) => value === event.currentTarget.value)
          onChange({ ...draft, repeated: chosen === 'add' ? undefined : chosen })
        }}
      />
      <TextInput
        type="date"
        label={t('import.as_of')}
        description={t('import.as_of_lead')}
        value={draft.as_of ?? ''}
        onChange={(event) => onChange({ ...draft, as_of: event.currentTarget.value || undefined })}
      />
    </Stack>
  )
}
