// SPDX-License-Identifier: Apache-2.0
import { Chip, Group, Paper, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure, Grouping } from '@/api/figure_types'
import { useFigures } from '@/api/figures'
import { Answer } from '@/kit/answer'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { Pager } from '@/kit/pager'
import { dimensions, figuresQuery } from '@/state/figure_filters'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { partLabel } from './composition'
import { FigureNumber } from './figure_number'
import { NoFigures, Notes } from './notes'
import type { PanelProps } from './panel_props'

const choices: Grouping[] = ['period', ...dimensions]
const perPage = 50

export function FigureTableView({ filters, change }: PanelProps) {
  const { t } = useTranslation()
  const query = useFigures(figuresQuery(filters, filters.groups))
  const [start, setStart] = useState(0)
  const asked = JSON.stringify(filters)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its top
  useEffect(() => setStart(0), [asked])
  const columns = useColumns(filters.groups)
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Stack>
        <Chip.Group
          multiple
          value={filters.groups}
          onChange={(groups) => change({ groups: choices.filter((key) => groups.includes(key)) })}
        >
          <Group gap="xs" role="group" aria-label={t('figures.grouped_by')}>
            <Text size="sm" fw={600}>
              {t('figures.grouped_by')}
            </Text>
            {choices.map((key) => (
              <Chip key={key} value={key} size="sm" variant="light">
                {t(`figures.groups.${key as 'period'}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Answer query={query}>
          {({ figures, notes }) =>
            figures.length === 0 ? (
              <NoFigures />
            ) : (
              <>
                <DataTable
                  label={t('figures.title')}
                  columns={columns}
                  rows={figures.slice(start, start + perPage)}
                  rowKey={(_, index) => String(start + index)}
                />
                <Pager
                  first={start + 1}
                  last={Math.min(start + perPage, figures.length)}
                  total={figures.length}
                  onBack={start > 0 ? () => setStart(start - perPage) : undefined}
                  onNext={
                    start + perPage < figures.length ? () => setStart(start + perPage) : undefined
                  }
                />
                <Notes notes={notes} />
              </>
            )
          }
        </Answer>
      </Stack>
    </Paper>
  )
}

function useColumns(groups: Grouping[]): DataColumn<Figure>[] {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const asked = dimensions.filter((key) => groups.includes(key))
  return [
    {
      key: 'indicator',
      label: t('figures.indicator'),
      cell: (figure) => names.indicator(figure.indicator ?? ''),
    },
    { key: 'place', label: t('figures.place'), cell: (figure) => names.place(figure.place ?? '') },
    ...(groups.includes('period')
      ? [
          {
            key: 'period',
            label: t('figures.groups.period'),
            cell: (figure: Figure) => (figure.period ? formats.period(figure.period) : ''),
          },
        ]
      : []),
    ...asked.map((key) => ({
      key,
      label: t(`figures.groups.${key}`),
      cell: (figure: Figure) => {
        if (key === 'source' && !figure.source) return t('explanation.not_shared')
        return partLabel(figure, key, names) || t('figures.not_broken_down')
      },
    })),
    {
      key: 'count',
      label: t('charts.count'),
      numeric: true,
      cell: (figure) => <FigureNumber figure={figure} />,
    },
    {
      key: 'at_least',
      label: t('figures.at_least'),
      numeric: true,
      cell: ({ at_least }) => (at_least === null ? '' : formats.number(at_least)),
    },
    {
      key: 'at_most',
      label: t('figures.at_most'),
      numeric: true,
      cell: ({ at_most }) => formats.number(at_most),
    },
  ]
}
