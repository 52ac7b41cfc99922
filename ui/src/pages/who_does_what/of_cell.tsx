// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import { useNames } from '@/state/names'
import { useDoerNames } from '@/state/partner_names'
import { type DoingFilters, doingsQuery } from './filtering'

// Above the list that a cell opened to: of which cell it is, and the way to all.
export function OfCell({ filters }: { filters: DoingFilters }) {
  const { t } = useTranslation()
  const names = useNames()
  const nameOf = useDoerNames()
  const { by, row, organisation, column } = filters
  if (!(row || organisation) || !column) return null
  return (
    <Text mb="md">
      {t('who_does_what.of_cell', {
        partner: nameOf({ partner: row || null, organisation: organisation || null }),
        column: by === 'theme' ? names.code('theme', column) : names.place(column),
      })}{' '}
      <Anchor
        component={Link}
        to={address('/who-does-what', { ...doingsQuery(filters), view: 'list' })}
        inherit
        underline="always"
      >
        {t('who_does_what.all_rows')}
      </Anchor>
    </Text>
  )
}
