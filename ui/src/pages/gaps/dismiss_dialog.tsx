// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concern } from '@/api/coverage'
import { useLabels } from '@/api/labels'
import { useCreate } from '@/api/records'
import { FormDialog } from '@/kit/form_dialog'

// Says why a gap or an overlap is none, for good or for a time.
export function DismissDialog({ concern, onClose }: { concern: Concern; onClose: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const create = useCreate('dismissals')
  const [note, setNote] = useState('')
  const [until, setUntil] = useState('')
  const { place, theme, people, partners, visibility } = concern
  const submit = () =>
    create.mutate(
      {
        concern: concern.concern,
        place,
        theme,
        people,
        partners,
        note,
        until: until || null,
        visibility, // for no more than may read what it rests on
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('gaps.dismiss')}
      consequence={t('gaps.dismiss_consequence')}
      submit={t('gaps.dismiss')}
      error={create.error}
      pending={create.isPending}
      onSubmit={submit}
    >
      <Textarea
        label={labels.kinds.dismissal?.note ?? ''}
        required
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={labels.kinds.dismissal?.until ?? ''}
        description={t('gaps.until_hint')}
        max="9999-12-31"
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
