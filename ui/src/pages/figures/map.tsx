// SPDX-License-Identifier: Apache-2.0
import { Paper, Select, Stack } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '@/api/figures'
import { BarList } from '@/charts/bar_list'
import { ChartFrame } from '@/charts/chart_frame'
import { Answer } from '@/kit/answer'
import { figuresQuery } from '@/state/figure_filters'
import { useFormats } from '@/state/formats'
import { useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'
import { FigureNumber } from './figure_number'
import { NoFigures, Notes } from './notes'
import type { PanelProps } from './panel_props'
import { type Subject, subjectsOf, subjectTitle } from './subjects'

const WorldMap = lazy(async () => ({ default: (await import('@/charts/world_map')).WorldMap }))

// Where the people counted at one place come from.
export function FigureMap({ filters }: PanelProps) {
  const { t } = useTranslation()
  const names = useNames()
  const [chosen, setChosen] = useState<string | null>(null)
  const query = useFigures(figuresQuery(filters, ['origin']))
  return (
    <Answer query={query}>
      {(table) => {
        const subjects = subjectsOf(table.figures)
        const subject = subjects.find(({ key }) => key === chosen) ?? subjects[0]
        if (!subject) return <NoFigures />
        return (
          <Stack>
            <Select
              label={t('figures.map_of')}
              maw={520}
              data={subjects.map((each) => ({ value: each.key, label: subjectTitle(each, names) }))}
              value={subject.key}
              onChange={setChosen}
              allowDeselect={false}
            />
            <SubjectMap subject={subject} />
            <Notes notes={table.notes} />
          </Stack>
        )
      }}
    </Answer>
  )
}

function SubjectMap({ subject }: { subject: Subject }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const known = useKnownPlaces()
  const title = subjectTitle(subject, names)
  const place = known(subject.place)
  const named = subject.figures.filter(({ origin }) => origin)
  const countries = named.map((figure) => ({
    country: figure.origin ?? '',
    value: figure.count,
    label: `${names.country(figure.origin ?? '')}: ${formats.number(figure.count)}`,
  }))
  const points =
    place && place.latitude != null && place.longitude != null
      ? [
          {
            key: place.code,
            label: `${names.place(place.code)}: ${formats.number(subject.total)}`,
            latitude: Number(place.latitude),
            longitude: Number(place.longitude),
            value: subject.total,
          },
        ]
      : []
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <ChartFrame
        title={title}
        note={t('figures.map_note')}
        chart={
          <Suspense fallback={null}>
            <WorldMap label={title} countries={countries} points={points} />
          </Suspense>
        }
        table={
          <BarList
            label={title}
            heading={t('figures.groups.origin')}
            total={subject.total}
            bars={[...named]
              .sort((a, b) => b.count - a.count)
              .map((figure) => ({
                key: figure.origin ?? '',
                label: names.country(figure.origin ?? ''),
                value: figure.count,
                number: <FigureNumber figure={figure} />,
              }))}
          />
        }
      />
    </Paper>
  )
}
