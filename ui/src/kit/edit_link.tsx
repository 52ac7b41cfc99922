// SPDX-License-Identifier: Apache-2.0
import { ActionIcon } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Plural } from '@/api/records'
import { IconPencil } from '@/kit/icons'

interface EditLinkProps {
  plural: Plural
  id: string
  name: string
}

// To the record behind what is shown, where it is changed.
export function EditLink({ plural, id, name }: EditLinkProps) {
  const { t } = useTranslation()
  return (
    <ActionIcon
      component={Link}
      to={`/records/${plural}/${id}?edit=1`}
      variant="subtle"
      color="gray"
      size={24} // the least that a finger hits
      aria-label={t('records.edit_named', { name })}
    >
      <IconPencil size={16} stroke={1.6} />
    </ActionIcon>
  )
}
