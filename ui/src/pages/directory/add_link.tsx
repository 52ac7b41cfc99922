// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import { useMay } from '@/api/session'
import { IconPlus } from '@/kit/icons'

interface AddLinkProps {
  plural: 'presences' | 'contacts'
  partner: string
}

export function AddLink({ plural, partner }: AddLinkProps) {
  const { t } = useTranslation()
  const mayAdd = useMay('contributor')
  if (!mayAdd) return null
  const to = address(`/records/${plural}/new`, { partner, back: `/directory/${partner}` })
  return (
    <Button
      component={Link}
      to={to}
      variant="default"
      size="xs"
      leftSection={<IconPlus size={16} />}
    >
      {t(`directory.add.${plural}`)}
    </Button>
  )
}
