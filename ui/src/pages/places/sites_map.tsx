// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Query } from '@/api/client'
import { useLabels } from '@/api/labels'
import { useList } from '@/api/records'
import type { Place } from '@/api/types'
import { ChartFrame } from '@/charts/chart_frame'
import { Answer } from '@/kit/answer'
import { DataTable } from '@/kit/data_table'
import { Empty } from '@/kit/empty'
import { FirstOf } from '@/kit/first_of'
import { hasPoint } from '@/state/places_within'
import { PlaceLink } from './place_words'
import { SiteMap } from './site_map'

const most = 500

// Where the sites are, and a list of them beside the map.
export function SitesMap({ query }: { query: Query }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const list = useList<Place>('places', { ...query, limit: most })
  const member = (name: string) => labels.kinds.place?.[name] ?? name
  const title = t('places.views.map')
  return (
    <Answer query={list}>
      {({ items, total }) => {
        const placed = items.filter(hasPoint)
        if (placed.length === 0)
          return <Empty title={t('places.none_on_map')}>{t('places.none_on_map_lead')}</Empty>
        return (
          <Stack>
            <ChartFrame
              title={title}
              note={t('places.map_note', { placed: placed.length, all: items.length })}
              chart={<SiteMap label={title} places={placed} />}
              table={
                <DataTable
                  label={title}
                  rows={placed}
                  rowKey={({ id }) => id}
                  columns={[
                    {
                      key: 'name',
                      label: member('name'),
                      cell: (place) => <PlaceLink place={place} />,
                    },
                    {
                      key: 'latitude',
                      label: member('latitude'),
                      numeric: true,
                      cell: ({ latitude }) => latitude,
                    },
                    {
                      key: 'longitude',
                      label: member('longitude'),
                      numeric: true,
                      cell: ({ longitude }) => longitude,
                    },
                  ]}
                />
              }
            />
            <FirstOf shown={items.length} total={total} />
          </Stack>
        )
      }}
    </Answer>
  )
}
