// SPDX-License-Identifier: Apache-2.0
import { Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { address } from '@/api/client'
import { PlaceMap } from '@/charts/place_map'
import { Empty } from '@/kit/empty'
import type { Filters } from './filtering'

// How many actions there are where; each place opens to the table of them.
export function ActionMap({ actions, filters }: { actions: Action[]; filters: Filters }) {
  const { t } = useTranslation()
  const all = actions.flatMap(({ id, places }) => places.map((place) => ({ what: id, place })))
  if (all.length === 0)
    return <Empty title={t('actions.none_on_map')}>{t('actions.none_on_map_lead')}</Empty>
  const nowhere = actions.filter(({ places }) => places.length === 0).length
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <PlaceMap
        title={t('actions.views.map')}
        heading={t('navigation.actions')}
        all={all}
        within={filters.place}
        labelOf={(name, count) => t('actions.at_place', { name, count })}
        addressOf={(place) => address('/actions', { ...filters, place, view: '' })}
        foot={nowhere > 0 && t('actions.at_no_place', { count: nowhere })}
      />
    </Paper>
  )
}
