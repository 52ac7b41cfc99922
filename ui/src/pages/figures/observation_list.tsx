// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Query } from '@/api/client'
import type { ObservationRow } from '@/api/figure_types'
import { useObservations } from '@/api/figures'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { useFocusOnNew } from '@/kit/focus_on_new'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

export function ObservationList({ query }: { query: Query }) {
  const { t } = useTranslation()
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useObservations(query)
  const rows = data?.pages.flatMap((page) => page.items) ?? []
  const columns = useColumns(rows)
  const { box, expect } = useFocusOnNew<HTMLDivElement>(rows.length)
  const showMore = () => {
    expect()
    fetchNextPage()
  }
  if (error) return <ProblemMessage error={error} />
  return (
    <Stack gap="xs" ref={box}>
      <DataTable
        label={t('explanation.rows_of_file')}
        columns={columns}
        rows={rows}
        rowKey={(row, index) => `${row.row}/${index}`}
      />
      {hasNextPage && (
        <Button variant="subtle" size="xs" loading={isFetching} onClick={showMore}>
          {t('kit.more')}
        </Button>
      )}
    </Stack>
  )
}

// Only the columns in which some row says something.
function useColumns(rows: ObservationRow[]): DataColumn<ObservationRow>[] {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const says = (key: 'origin' | 'sex' | 'age' | 'profile') =>
    rows.some((row) => row[key] && row[key] !== 'all')
  const broken = (
    [
      ['origin', (row) => names.country(row.origin)],
      ['sex', (row) => names.code('sex', row.sex)],
      ['age', (row) => names.code('age_group', row.age)],
      ['profile', (row) => names.code('profile', row.profile)],
    ] as ['origin' | 'sex' | 'age' | 'profile', (row: ObservationRow) => string][]
  ).filter(([key]) => says(key))
  const extras = [...new Set(rows.flatMap((row) => Object.keys(row.extras ?? {})))]
  return [
    {
      key: 'row',
      label: t('explanation.row'),
      numeric: true,
      cell: (row) => formats.number(row.row),
    },
    { key: 'period', label: t('figures.groups.period'), cell: (row) => formats.period(row.period) },
    ...broken.map(([key, cell]) => ({ key, label: t(`figures.groups.${key}`), cell })),
    ...extras.map((name) => ({
      key: `x-${name}`,
      label: name,
      cell: (row: ObservationRow) => row.extras[name],
    })),
    {
      key: 'count',
      label: t('charts.count'),
      numeric: true,
      cell: (row) => formats.number(row.count),
    },
  ]
}
