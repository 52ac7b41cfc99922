// SPDX-License-Identifier: Apache-2.0
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { useReplicate } from '@/api/arrangements'
import { FormDialog } from '@/kit/form_dialog'
import { PlacesSelect } from '@/kit/place_select'
import { usePartnerNames } from '@/state/partner_names'
import type { DialogProps } from './dialog_props'
import { NameInputs } from './name_inputs'

// The same structure in another place.
export function ReplicateDialog({ arrangement, data, onClose }: DialogProps) {
  const { t, i18n } = useTranslation()
  const go = useNavigate()
  const partnerName = usePartnerNames()
  const replicate = useReplicate(arrangement)
  const [names, setNames] = useState({ code: '', title: '' })
  const [places, setPlaces] = useState<string[]>([])
  const [partners, setPartners] = useState<string[]>([])
  const members = [...new Set(data.memberships.data?.map(({ partner }) => partner))]
  const submit = () =>
    replicate.mutate(
      { code: names.code, title: { [i18n.language]: names.title }, places, partners },
      { onSuccess: ({ id }) => go(`/arrangements/${id}`) },
    )
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('replicate.title')}
      consequence={t('replicate.consequence')}
      submit={t('replicate.submit')}
      error={replicate.error}
      pending={replicate.isPending}
      onSubmit={submit}
    >
      <NameInputs names={names} onChange={setNames} />
      <PlacesSelect label={t('replicate.places')} required value={places} onChange={setPlaces} />
      <MultiSelect
        label={t('replicate.partners')}
        description={t('replicate.partners_hint')}
        data={members.map((value) => ({ value, label: partnerName(value) }))}
        value={partners}
        onChange={setPartners}
        searchable
      />
    </FormDialog>
  )
}
