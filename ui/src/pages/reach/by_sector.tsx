// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Reach } from '@/api/coverage'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { Growing } from '@/kit/growing'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { reportsBehind, type SectorReach } from './behind'

// What each sector reached at each place. The total of the last month stands beside, since totals
// of months are never summed. Each row opens to the reports behind it.
export function BySector({ reach, days }: { reach: Reach; days: { from: string; to: string } }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const whereOf = ({ country, place }: SectorReach) =>
    country && country !== place
      ? t('reach.place_in', { place: names.place(place), country: names.country(country) })
      : names.place(place) || t('reach.no_place')
  const columns: DataColumn<SectorReach>[] = [
    {
      key: 'place',
      label: t('reach.place'),
      cell: (row) =>
        row.sector ? (
          <Anchor component={Link} to={reportsBehind(row, days)}>
            {whereOf(row)}
          </Anchor>
        ) : (
          whereOf(row)
        ),
    },
    {
      key: 'sector',
      label: t('reach.sector'),
      cell: ({ sector }) => names.code('theme', sector),
    },
    {
      key: 'new',
      label: t('reach.new'),
      numeric: true,
      cell: (row) => (row.new === null ? '–' : formats.number(row.new)),
    },
    {
      key: 'last',
      label: t('reach.last_month'),
      numeric: true,
      cell: ({ months }) => {
        const last = months.at(-1)
        return last ? `${formats.number(last.total)} (${formats.period(last.month)})` : '–'
      },
    },
  ]
  return (
    <Panel title={t('reach.by_sector')} lead={t('reach.by_sector_lead')}>
      <Growing items={reach.sectors} atOnce={50}>
        {(shown) => (
          <DataTable
            stacks
            label={t('reach.by_sector')}
            rows={shown}
            rowKey={({ country, place, sector }) => `${country} ${place} ${sector}`}
            columns={columns}
          />
        )}
      </Growing>
    </Panel>
  )
}
