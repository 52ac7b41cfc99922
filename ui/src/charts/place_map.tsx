// SPDX-License-Identifier: Apache-2.0
import { Anchor, Stack, Text, Title } from '@mantine/core'
import { type CSSProperties, lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { DataTable } from '@/kit/data_table'
import { Growing } from '@/kit/growing'
import { useFormats } from '@/state/formats'
import { useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'
import { type AtPlace, countsByPlace, type PlaceCount } from '@/state/place_counts'
import { hasPoint } from '@/state/places_within'
import { growTrees, rowsOf } from '@/state/tree'
import classes from './place_map.module.css'

const WorldMap = lazy(async () => ({ default: (await import('./world_map')).WorldMap }))

interface PlaceMapProps {
  title: string
  heading: string // of the counts: what is counted
  all: AtPlace[]
  within?: string // the place that all of it was narrowed to
  labelOf: (place: string, count: number) => string
  addressOf: (id: string) => string // of the list of what is at a place
  foot?: ReactNode // of what is at no place
}

// How many there are where: on the map, by the shade of a country and the size of a place's circle,
// and beside it as a table, in which each place stands in what it lies in. Both open the list.
export function PlaceMap({ title, heading, all, within, labelOf, addressOf, foot }: PlaceMapProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const known = useKnownPlaces()
  const counts = countsByPlace(all, known, within)
  const mostFirst = (a: PlaceCount, b: PlaceCount) =>
    b.count - a.count || names.place(a.id).localeCompare(names.place(b.id))
  const rows = rowsOf(growTrees(counts, mostFirst))
  const placed = rows.flatMap(({ item: { id, place, count } }) => {
    const spot = { label: labelOf(names.place(id), count), value: count, to: addressOf(id) }
    return place ? [{ ...spot, id, place }] : []
  })
  return (
    <Stack gap="sm">
      <Stack gap={0}>
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {t('charts.place_map_note')}
        </Text>
      </Stack>
      <div className={classes.beside}>
        <Suspense fallback={null}>
          <WorldMap
            near
            label={title}
            countries={placed
              .filter(({ place }) => place.kind === 'country')
              .map(({ place, ...spot }) => ({ ...spot, country: place.code }))}
            points={placed
              .filter(({ place }) => hasPoint(place))
              .map(({ id, place, ...spot }) => ({
                ...spot,
                key: id,
                country: place.kind === 'country' ? place.code : undefined,
                latitude: Number(place.latitude),
                longitude: Number(place.longitude),
              }))}
          />
        </Suspense>
        <Stack gap="sm" miw={0}>
          <Growing items={rows} atOnce={12}>
            {(shown) => (
              <DataTable
                label={title}
                rows={shown}
                rowKey={({ item }) => item.id}
                columns={[
                  {
                    key: 'place',
                    label: t('charts.place'),
                    cell: ({ item, depth }) => (
                      <span className={classes.place} style={{ '--depth': depth } as CSSProperties}>
                        <Anchor component={Link} to={addressOf(item.id)} className={classes.link}>
                          {names.place(item.id)}
                        </Anchor>
                      </span>
                    ),
                  },
                  {
                    key: 'count',
                    label: heading,
                    numeric: true,
                    cell: ({ item }) => formats.number(item.count),
                  },
                ]}
              />
            )}
          </Growing>
          {foot && (
            <Text size="sm" c="dimmed">
              {foot}
            </Text>
          )}
        </Stack>
      </div>
    </Stack>
  )
}
