// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { useOpenNextPhase } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { FormDialog } from '@/kit/form_dialog'
import { useNames } from '@/state/names'
import { periodPattern } from '@/state/periods'
import { isOpen } from '../actions/lateness'
import type { DialogProps } from './dialog_props'
import { NameInputs } from './name_inputs'

// The phase that follows, with what was not finished.
export function PhaseDialog({ arrangement, data, onClose }: DialogProps) {
  const { t, i18n } = useTranslation()
  const go = useNavigate()
  const words = useNames()
  const labels = useLabels()
  const next = useOpenNextPhase(arrangement)
  const number = (arrangement.phase ?? 1) + 1
  const [names, setNames] = useState({
    code: `${arrangement.code}-${number}`,
    title: words.text(arrangement.title),
  })
  const [begins, setBegins] = useState('')
  const [ends, setEnds] = useState('')
  const unfinished = data.ofFamily.filter(isOpen)
  const period = (name: 'begins' | 'ends', value: string, set: (value: string) => void) => (
    <TextInput
      label={labels.kinds.arrangement?.[name] ?? name}
      description={t('records.period_hint')}
      dir="ltr"
      pattern={periodPattern}
      title={t('records.period_hint')}
      value={value}
      onChange={(event) => set(event.currentTarget.value.trim())}
    />
  )
  const submit = () =>
    next.mutate(
      {
        code: names.code,
        title: { [i18n.language]: names.title },
        ...(begins && { begins }),
        ...(ends && { ends }),
      },
      { onSuccess: ({ id }) => go(`/arrangements/${id}`) },
    )
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('next_phase.title')}
      consequence={t('next_phase.consequence', { number, count: unfinished.length })}
      submit={t('next_phase.submit', { number })}
      error={next.error}
      pending={next.isPending}
      onSubmit={submit}
    >
      <NameInputs names={names} onChange={setNames} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {period('begins', begins, setBegins)}
        {period('ends', ends, setEnds)}
      </SimpleGrid>
    </FormDialog>
  )
}
