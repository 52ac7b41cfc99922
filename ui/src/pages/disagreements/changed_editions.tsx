// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { useOverview } from '@/api/overview'
import { IconFileAlert } from '@/kit/icons'

// How many sheets printed figures that a ruling, or a file, has changed since.
export function ChangedEditions() {
  const { t } = useTranslation()
  const count = useOverview().data?.changed_sheets.length ?? 0
  if (count === 0) return null
  return (
    <Alert variant="light" color="orange" icon={<IconFileAlert />}>
      {t('disagreements.changed_editions', { count })}{' '}
      <Anchor component={Link} to="/sheets" inherit underline="always">
        {t('disagreements.to_sheets')}
      </Anchor>
    </Alert>
  )
}
