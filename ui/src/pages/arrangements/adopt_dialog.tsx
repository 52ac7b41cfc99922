// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAdopt } from '@/api/arrangements'
import { FormDialog } from '@/kit/form_dialog'
import { today } from '@/state/today'
import { isAdopted, sinceAdopted } from '../actions/adoption'
import type { DialogProps } from './dialog_props'

// What the arrangement agrees to do, kept word for word, to be measured by.
export function AdoptDialog({ arrangement, data, onClose }: DialogProps) {
  const { t } = useTranslation()
  const adopt = useAdopt(arrangement)
  const [on, setOn] = useState(today)
  const actions = data.ofFamily.filter(({ status }) => status !== 'dropped')
  const drafts = actions.filter((action) => !isAdopted(action)).length
  const changed = actions.filter((action) => sinceAdopted(action).length > 0).length
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('adopt.title')}
      consequence={t('adopt.consequence', { count: actions.length, drafts, changed })}
      submit={t('adopt.submit')}
      error={adopt.error}
      pending={adopt.isPending}
      onSubmit={() => adopt.mutate({ on }, { onSuccess: onClose })}
    >
      <TextInput
        type="date"
        label={t('adopt.on')}
        required
        maw={220}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
