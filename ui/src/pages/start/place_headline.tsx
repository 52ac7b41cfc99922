// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProfilePlace } from '@/api/figure_types'
import { TrendChart } from '@/charts/trend_chart'
import { type Change, changeAt } from '@/state/changes'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import classes from './start.module.css'

interface PlaceHeadlineProps {
  place: ProfilePlace
  periods: string[]
  at: number // the year shown
  end?: string // the last month for which the place has a figure
}

// A place's figure for the year, the change against the year before, and the years around it.
export function PlaceHeadline({ place, periods, at, end }: PlaceHeadlineProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const value = place.series[at] ?? null
  const name = names.place(place.code)
  const indicator = place.indicator ? names.indicator(place.indicator) : ''
  const year = periods[at] ?? ''
  const change = changeAt(place, at - 1, at)
  const partial = end?.startsWith(year) === true && !end.endsWith('-12')
  const from = Math.max(0, periods.length - 8)
  const against = (known: NonNullable<Change>) => {
    const yearBefore = formats.period(periods[at - 1] ?? '')
    return known === 'other_sources'
      ? t('start.other_sources', {
          number: formats.number(place.series[at - 1] ?? 0),
          year: yearBefore,
        })
      : t('start.against_before', { change: formats.change(known), year: yearBefore })
  }
  return (
    <>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed">
        {indicator}
      </Text>
      <span className={classes.figure}>
        {value === null ? t('charts.no_figure') : formats.number(value)}
      </span>
      {value !== null && partial && end && (
        <Text size="sm">{t('start.until', { month: formats.period(end) })}</Text>
      )}
      {!partial && change !== null && <Text size="sm">{against(change)}</Text>}
      <div className={classes.spark}>
        <TrendChart
          label={formats.beside([name, indicator])}
          height={96}
          points={periods
            .slice(from)
            .map((period, index) => ({ period, value: place.series[from + index] ?? null }))}
        />
      </div>
    </>
  )
}
