// SPDX-License-Identifier: Apache-2.0
import { Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import type { Partner, Presence } from '@/api/directory'
import { PlaceMap } from '@/charts/place_map'
import { Empty } from '@/kit/empty'
import { today } from '@/state/today'
import { type Filters, isPresent } from './filtering'

interface PartnerMapProps {
  partners: Partner[]
  presences: Presence[]
  filters: Filters
}

// How many partners are present where today; each place opens to their cards.
export function PartnerMap({ partners, presences, filters }: PartnerMapProps) {
  const { t } = useTranslation()
  const shown = new Set(partners.map(({ id }) => id))
  const day = today()
  const all = presences
    .filter((each) => shown.has(each.partner) && isPresent(each, day))
    .map(({ partner, place }) => ({ what: partner, place }))
  if (all.length === 0)
    return <Empty title={t('directory.none_on_map')}>{t('directory.none_on_map_lead')}</Empty>
  const nowhere = partners.length - new Set(all.map(({ what }) => what)).size
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <PlaceMap
        title={t('directory.views.map')}
        heading={t('directory.partners')}
        all={all}
        within={filters.place}
        labelOf={(name, count) => t('who_does_what.partners_at', { name, count })}
        addressOf={(place) => address('/directory', { ...filters, place, view: '' })}
        foot={nowhere > 0 && t('directory.present_nowhere', { count: nowhere })}
      />
    </Paper>
  )
}
