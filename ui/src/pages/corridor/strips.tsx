// SPDX-License-Identifier: Apache-2.0
import { Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Profile, ProfilePlace } from '@/api/figure_types'
import { TrendChart } from '@/charts/trend_chart'
import { Panel } from '@/kit/panel'
import type { CorridorFilters, CorridorPanelProps } from '@/state/corridor_filters'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { useExplain } from '../figures/explaining'
import classes from './strips.module.css'

// The places in the order in which people pass them, each with its own strip of the same time.
export function Strips({ profile, filters, change }: { profile: Profile } & CorridorPanelProps) {
  const { t } = useTranslation()
  const greatest = Math.max(
    ...profile.places.flatMap((place) => place.series.map((value) => value ?? 0)),
  )
  return (
    <Panel
      title={t('corridor.profile')}
      lead={t('corridor.profile_lead')}
      actions={
        <Switch
          label={t('corridor.shared_scale')}
          checked={filters.shared}
          onChange={(event) => change({ shared: event.currentTarget.checked })}
        />
      }
    >
      <ol className={classes.strips}>
        {profile.places.map((place) => (
          <li key={place.code + place.indicator} className={classes.strip}>
            <Strip
              place={place}
              periods={profile.periods}
              filters={filters}
              greatest={filters.shared ? greatest : undefined}
            />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

interface StripProps {
  place: ProfilePlace
  periods: string[]
  filters: CorridorFilters
  greatest?: number
}

function Strip({ place, periods, filters, greatest }: StripProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const explain = useExplain()
  const name = names.place(place.code)
  const indicator = place.indicator ? names.indicator(place.indicator) : ''
  const origin = filters.origin || undefined
  return (
    <>
      <div className={classes.words}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {indicator}
        </Text>
        <Text className="numeric" fz="xl" fw={700}>
          {place.total === null ? t('charts.no_figure') : formats.number(place.total)}
        </Text>
        {place.note && (
          <Text size="sm" c="dimmed">
            {place.note}
          </Text>
        )}
      </div>
      <div className={classes.picture}>
        <TrendChart
          label={formats.beside([name, indicator])}
          height={118}
          greatest={greatest}
          points={periods.map((period, index) => ({ period, value: place.series[index] ?? null }))}
          onOpen={(period) =>
            place.indicator &&
            explain({ indicator: place.indicator, place: place.code, period, origin, count: 0 })
          }
        />
      </div>
    </>
  )
}
