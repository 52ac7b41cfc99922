// SPDX-License-Identifier: Apache-2.0
import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NamedFigure, Profile } from '@/api/figure_types'
import { DataTable } from '@/kit/data_table'
import { Panel } from '@/kit/panel'
import { changeAt } from '@/state/changes'
import type { CorridorPanelProps } from '@/state/corridor_filters'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { FigureNumber } from '../figures/figure_number'
import { comparedPeriods } from './compared_periods'

// Two periods side by side at each place. No row of totals: the same people pass each of them.
export function Comparison({
  profile,
  filters,
  change,
}: { profile: Profile } & CorridorPanelProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const { earlier, later } = comparedPeriods(profile, filters.earlier, filters.later)
  const choices = [...profile.periods]
    .reverse()
    .map((period) => ({ value: period, label: formats.period(period) }))
  const rows = profile.places.map((place) => {
    const figure = (period: string): NamedFigure | null => {
      const count = place.series[profile.periods.indexOf(period)] ?? null
      const origin = filters.origin || undefined
      const indicator = place.indicator ?? undefined
      return count === null ? null : { indicator, place: place.code, period, origin, count }
    }
    const at = (period: string) => profile.periods.indexOf(period)
    const changed = changeAt(place, at(earlier), at(later))
    return { place, before: figure(earlier), after: figure(later), changed }
  })
  const number = (figure: NamedFigure | null) =>
    figure ? <FigureNumber figure={figure} /> : t('charts.no_figure')
  return (
    <Panel title={t('corridor.compare')} lead={t('corridor.compare_lead')}>
      <Group>
        <Select
          label={t('corridor.earlier')}
          data={choices}
          value={earlier}
          allowDeselect={false}
          searchable
          onChange={(period) => change({ earlier: period ?? '' })}
        />
        <Select
          label={t('corridor.later')}
          data={choices}
          value={later}
          allowDeselect={false}
          searchable
          onChange={(period) => change({ later: period ?? '' })}
        />
      </Group>
      <DataTable
        label={t('corridor.compare')}
        rows={rows}
        rowKey={({ place }) => `${place.code}/${place.indicator}`}
        columns={[
          {
            key: 'place',
            label: t('figures.place'),
            cell: ({ place }) => names.place(place.code),
          },
          {
            key: 'indicator',
            label: t('figures.indicator'),
            cell: ({ place }) => (place.indicator ? names.indicator(place.indicator) : ''),
          },
          {
            key: 'before',
            label: formats.period(earlier),
            numeric: true,
            cell: ({ before }) => number(before),
          },
          {
            key: 'after',
            label: formats.period(later),
            numeric: true,
            cell: ({ after }) => number(after),
          },
          {
            key: 'change',
            label: t('corridor.change'),
            numeric: true,
            cell: ({ changed }) => {
              if (changed === null) return ''
              return changed === 'other_sources'
                ? t('corridor.other_sources')
                : formats.change(changed)
            },
          },
        ]}
      />
    </Panel>
  )
}
