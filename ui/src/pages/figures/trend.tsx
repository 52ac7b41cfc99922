// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '@/api/figure_types'
import { useFigures } from '@/api/figures'
import { ChartFrame } from '@/charts/chart_frame'
import { TrendChart } from '@/charts/trend_chart'
import { Answer } from '@/kit/answer'
import type { Unit } from '@/state/figure_filters'
import { figuresQuery } from '@/state/figure_filters'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { useExplain } from './explaining'
import { NoFigures, Notes } from './notes'
import type { PanelProps } from './panel_props'
import { usePersons } from './persons'
import { type Subject, subjectsOf, subjectTitle } from './subjects'
import { seriesOf } from './trend_series'
import { TrendTable } from './trend_table'

// Pictures drawn before somebody asks for more, since a telephone is busy with each.
const atOnce = 12

// One picture for each indicator and place: they are looked at side by side and never added.
export function Trend({ filters }: PanelProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [most, setMost] = useState(atOnce)
  const query = useFigures(figuresQuery(filters, ['period']))
  // What the periods make together: people present are not added, so that it is no sum of them.
  const whole = useFigures(figuresQuery(filters, []))
  return (
    <Answer query={query}>
      {(table) => {
        const subjects = subjectsOf(table.figures)
        if (subjects.length === 0) return <NoFigures />
        return (
          <>
            <SimpleGrid cols={{ base: 1, lg: subjects.length > 1 ? 2 : 1 }} spacing="lg">
              {subjects.slice(0, most).map((subject) => (
                <SubjectTrend
                  key={subject.key}
                  subject={subject}
                  whole={
                    whole.data && subjectsOf(whole.data.figures).find(isOf(subject))?.figures[0]
                  }
                  unit={filters.unit}
                  alone={subjects.length === 1}
                />
              ))}
            </SimpleGrid>
            {subjects.length > most && (
              <Button variant="default" mt="lg" onClick={() => setMost(most + atOnce)}>
                {t('kit.more_of', {
                  number: formats.number(Math.min(atOnce, subjects.length - most)),
                })}
              </Button>
            )}
            <Notes notes={table.notes} />
          </>
        )
      }}
    </Answer>
  )
}

const isOf = (subject: Subject) => (other: Subject) => other.key === subject.key

function Whole({ figure }: { figure: Figure }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const persons = usePersons()(figure)
  const total = t('figures.total_over', { total: formats.number(figure.count) })
  return persons ? `${total} · ${persons}` : total
}

interface SubjectTrendProps {
  subject: Subject
  whole?: Figure
  unit: Unit
  alone: boolean
}

function SubjectTrend({ subject, whole, unit, alone }: SubjectTrendProps) {
  const { t } = useTranslation()
  const names = useNames()
  const explain = useExplain()
  const title = subjectTitle(subject, names)
  const { points, longer } = seriesOf(subject.figures, unit)
  const open = (period: string) => {
    const figure = subject.figures.find((candidate) => candidate.period === period)
    if (figure) explain(figure)
  }
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <ChartFrame
        title={title}
        note={whole && <Whole figure={whole} />}
        chart={
          <TrendChart label={title} points={points} height={alone ? 320 : 220} onOpen={open} />
        }
        table={<TrendTable title={title} figures={subject.figures} />}
      />
      {longer > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('figures.longer_periods', { count: longer })}
        </Text>
      )}
    </Paper>
  )
}
