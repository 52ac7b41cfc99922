// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import type { Reach } from '@/api/coverage'
import { useNames } from '@/state/names'

export type SectorReach = Reach['sectors'][number]

// The area of a row that says neither area nor country: an empty word is left out of an address.
const nowhere = '-'

// Where the activity reports behind a row are listed.
export const reportsBehind = (
  { country, place, sector }: SectorReach,
  { from, to }: { from: string; to: string },
) =>
  address('/records/activity_reports', {
    country,
    reach_area: place || nowhere,
    reach_sector: sector,
    reach_from: from,
    reach_to: to,
  })

// Above these reports: of what they are, and the way to all.
export function BehindReach({ words }: { words: URLSearchParams }) {
  const { t } = useTranslation()
  const names = useNames()
  const area = words.get('reach_area')
  if (!area) return null
  return (
    <Text>
      {t('reach.behind', {
        place: area === nowhere ? t('reach.no_place') : names.place(area),
        sector: names.code('theme', words.get('reach_sector') ?? ''),
      })}{' '}
      <Anchor component={Link} to="/records/activity_reports" inherit underline="always">
        {t('reach.all_reports')}
      </Anchor>
    </Text>
  )
}
