// SPDX-License-Identifier: Apache-2.0
import { Anchor, Divider, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Profile } from '@/api/figure_types'
import { useProfile } from '@/api/figures'
import type { Corridor, Edition } from '@/api/types'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { lastMonths, latestWholeYear } from '@/state/whole_years'
import { PlaceHeadline } from './place_headline'
import classes from './start.module.css'
import { YearSheets } from './year_sheets'

interface CorridorSummaryProps {
  corridor: Corridor
  editions: Edition[]
}

export function CorridorSummary({ corridor, editions }: CorridorSummaryProps) {
  const { t } = useTranslation()
  const names = useNames()
  const profile = useProfile(corridor.id, { by: 'year' })
  const months = useProfile(corridor.id, { by: 'month' })
  return (
    <Panel
      title={names.text(corridor.name)}
      lead={names.text(corridor.description)}
      actions={
        <Anchor component={Link} to={`/corridors/${corridor.id}`} fw={600}>
          {t('start.open_corridor')}
        </Anchor>
      }
    >
      <Answer query={profile}>
        {(data) =>
          data.periods.length === 0 ? (
            <Empty title={t('figures.none')}>{t('start.no_figures')}</Empty>
          ) : (
            <Answer query={months}>
              {(monthly) => (
                <Years
                  corridor={corridor}
                  profile={data}
                  ends={lastMonths(monthly)}
                  editions={editions}
                />
              )}
            </Answer>
          )
        }
      </Answer>
    </Panel>
  )
}

interface YearsProps extends CorridorSummaryProps {
  profile: Profile
  ends: Map<string, string> // the last month for which a place has a figure
}

function Years({ corridor, profile, ends, editions }: YearsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const choices = profile.periods.slice(-6)
  const [year, setYear] = useState(() => latestWholeYear(choices, [...ends.values()]))
  const at = profile.periods.indexOf(year)
  const shown = profile.places.filter((place) => place.series.some((value) => value !== null))
  return (
    <Stack gap="lg">
      <SegmentedControl
        aria-label={t('start.year')}
        value={year}
        onChange={setYear}
        data={choices.map((value) => ({ value, label: formats.period(value) }))}
      />
      <ol className={classes.places}>
        {shown.map((place) => (
          <li key={place.code + place.indicator} className={classes.place}>
            <PlaceHeadline
              place={place}
              periods={profile.periods}
              at={at}
              end={ends.get(place.code)}
            />
          </li>
        ))}
      </ol>
      <Deaths corridor={corridor} year={year} />
      <Divider />
      <Title order={3}>{t('start.sheets')}</Title>
      <YearSheets corridor={corridor} years={[...choices].reverse()} editions={editions} />
    </Stack>
  )
}

// Of the year shown; nothing where no source gives any.
function Deaths({ corridor, year }: { corridor: Corridor; year: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const { data } = useProfile(corridor.id, {
    by: 'year',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  })
  if (!data?.deaths.length) return null
  const places = data.deaths.map(
    ({ place, count }) => `${names.place(place)}: ${formats.number(count)}`,
  )
  return (
    <Text>{t('start.deaths', { year: formats.period(year), places: formats.list(places) })}</Text>
  )
}
