// SPDX-License-Identifier: Apache-2.0
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { type Partner, useMerge } from '@/api/directory'
import { FormDialog } from '@/kit/form_dialog'
import { partnerName, usePartners } from '@/state/partner_names'

// For a partner that was entered twice.
export function MergeButton({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('merge.title')}
      </Button>
      {opened && <MergeDialog partner={partner} onClose={() => setOpened(false)} />}
    </>
  )
}

function MergeDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const go = useNavigate()
  const others = [...usePartners().values()].filter(({ id }) => id !== partner.id)
  const merge = useMerge(partner)
  const [into, setInto] = useState('')
  const submit = () =>
    merge.mutate({ into }, { onSuccess: ({ id }) => go(`/directory/${id}`, { replace: true }) })
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('merge.title')}
      consequence={t('merge.consequence')}
      submit={t('merge.submit')}
      error={merge.error}
      pending={merge.isPending}
      onSubmit={submit}
    >
      <Select
        label={t('merge.into')}
        required
        data={others.map((each) => ({
          value: each.id,
          label: partnerName(each, i18n.language),
        }))}
        value={into}
        onChange={(value) => setInto(value ?? '')}
        searchable
        limit={200}
      />
    </FormDialog>
  )
}
