// SPDX-License-Identifier: Apache-2.0
import { Group, Paper, SegmentedControl, SimpleGrid, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Figure } from '@/api/figure_types'
import { useFigures } from '@/api/figures'
import { BarList } from '@/charts/bar_list'
import { Answer } from '@/kit/answer'
import { type Dimension, dimensions, figuresQuery } from '@/state/figure_filters'
import { type Names, useNames } from '@/state/names'
import { FigureNumber } from './figure_number'
import { NoFigures, Notes } from './notes'
import type { PanelProps } from './panel_props'
import { type Subject, subjectsOf, subjectTitle } from './subjects'

const shown = 12

export function Composition({ filters, change }: PanelProps) {
  const { t } = useTranslation()
  const query = useFigures(figuresQuery(filters, [filters.dimension]))
  return (
    <Stack gap="lg">
      <Group>
        <SegmentedControl
          aria-label={t('figures.broken_down_by')}
          value={filters.dimension}
          data={dimensions.map((key) => ({ value: key, label: t(`figures.groups.${key}`) }))}
          onChange={(key) => change({ dimension: dimensions.find((known) => known === key) })}
        />
      </Group>
      <Answer query={query}>
        {(table) => {
          const subjects = subjectsOf(table.figures)
          if (subjects.length === 0) return <NoFigures />
          return (
            <>
              <SimpleGrid cols={{ base: 1, lg: subjects.length > 1 ? 2 : 1 }} spacing="lg">
                {subjects.map((subject) => (
                  <SubjectComposition
                    key={subject.key}
                    subject={subject}
                    dimension={filters.dimension}
                  />
                ))}
              </SimpleGrid>
              <Notes notes={table.notes} />
            </>
          )
        }}
      </Answer>
    </Stack>
  )
}

function SubjectComposition({ subject, dimension }: { subject: Subject; dimension: Dimension }) {
  const { t } = useTranslation()
  const names = useNames()
  const title = subjectTitle(subject, names)
  const sorted = [...subject.figures].sort((a, b) => b.count - a.count)
  const rest = sorted.slice(shown).reduce((sum, figure) => sum + figure.count, 0)
  const bars = sorted.slice(0, shown).map((figure, index) => {
    const unnamed =
      dimension === 'source' ? t('explanation.not_shared') : t('figures.not_broken_down')
    const label = figure.not_broken_down ? '' : partLabel(figure, dimension, names)
    return {
      key: `${figure[dimension] ?? ''}/${index}`,
      label: label || unnamed,
      value: figure.count,
      number: <FigureNumber figure={figure} />,
    }
  })
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {title}
        </Title>
        <BarList
          label={title}
          heading={t(`figures.groups.${dimension}`)}
          total={subject.total}
          bars={
            rest > 0
              ? [
                  ...bars,
                  {
                    key: 'rest',
                    label: t('figures.others', { count: sorted.length - shown }),
                    value: rest,
                    number: undefined,
                  },
                ]
              : bars
          }
        />
      </Stack>
    </Paper>
  )
}

const codeLists = { sex: 'sex', age: 'age_group', profile: 'profile' } as const

export function partLabel(figure: Figure, dimension: Dimension, names: Names): string {
  const word = figure[dimension] ?? ''
  if (!word) return ''
  if (dimension === 'origin') return names.country(word)
  if (dimension === 'source') return names.source(word)
  return names.code(codeLists[dimension], word)
}
