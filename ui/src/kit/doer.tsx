// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router-dom'
import { address } from '@/api/client'
import type { Doer } from '@/api/coverage'
import { useMay } from '@/api/session'
import { PartnerLink } from './partner_link'
import { Tag } from './tag'

// Who does something. An organisation that the directory does not know says so, and leads whoever
// keeps the directory to where it is added.
export function DoerLink({ partner, organisation }: Doer) {
  return partner ? <PartnerLink id={partner} /> : <BesideDirectory name={organisation ?? ''} />
}

function BesideDirectory({ name }: { name: string }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const mayAdd = useMay('coordinator')
  return (
    <Group gap={6} component="span">
      <bdi>{name}</bdi>
      <Tag tone="quiet">{t('response.not_in_directory')}</Tag>
      {mayAdd && (
        <Anchor
          component={Link}
          to={address('/records/partners/new', { name, back: pathname + search })}
          size="sm"
          aria-label={t('response.add_named', { name })}
        >
          {t('response.add_to_directory')}
        </Anchor>
      )}
    </Group>
  )
}
