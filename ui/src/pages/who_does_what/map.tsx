// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Query } from '@/api/client'
import { type Matrix, useMatrix } from '@/api/coverage'
import { ChartFrame } from '@/charts/chart_frame'
import { Answer } from '@/kit/answer'
import { DataTable } from '@/kit/data_table'
import { LastReports } from '@/kit/last_reports'
import { useFormats } from '@/state/formats'
import { useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'
import { partnersByCountry } from './by_country'
import { NothingDone } from './nothing_done'

const WorldMap = lazy(async () => ({ default: (await import('@/charts/world_map')).WorldMap }))

// How many partners there are in each country, by its shade, and at each place, by circles.
export function DoingMap({ query }: { query: Query }) {
  const matrix = useMatrix({ ...query, by: 'place' }) // of all, where the list has its first rows only
  return (
    <Answer query={matrix}>
      {({ rows, last_reports }) =>
        rows.length === 0 ? (
          <NothingDone lastReports={last_reports} />
        ) : (
          <>
            <LastReports month={last_reports} from="from" to="to" />
            <Shown rows={rows} />
          </>
        )
      }
    </Answer>
  )
}

function Shown({ rows: matrix }: { rows: Matrix['rows'] }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const known = useKnownPlaces()
  const { countries, points } = partnersByCountry(matrix, { get: known })
  const counted = (name: string, partners: Set<string>) =>
    t('who_does_what.partners_at', { name, count: partners.size })
  const rows = [...countries]
    .map(([code, partners]) => ({ code, number: partners.size }))
    .sort((a, b) => b.number - a.number)
  const title = t('who_does_what.views.map')
  return (
    <ChartFrame
      title={title}
      note={t('who_does_what.map_note')}
      chart={
        <Suspense fallback={null}>
          <WorldMap
            label={title}
            countries={[...countries].map(([country, partners]) => ({
              country,
              value: partners.size,
              label: counted(names.country(country), partners),
            }))}
            points={[...points].map(([id, partners]) => ({
              key: id,
              value: partners.size,
              label: counted(names.place(id), partners),
              latitude: Number(known(id)?.latitude),
              longitude: Number(known(id)?.longitude),
            }))}
          />
        </Suspense>
      }
      table={
        <DataTable
          label={title}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'country',
              label: t('who_does_what.filters.place'),
              cell: ({ code }) => names.country(code),
            },
            {
              key: 'partners',
              label: t('who_does_what.partners'),
              numeric: true,
              cell: ({ number }) => formats.number(number),
            },
          ]}
        />
      }
    />
  )
}
