// SPDX-License-Identifier: Apache-2.0
import { Group, ScrollArea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ConcernMonth, concernSorts } from '@/api/coverage'
import { ChartFrame } from '@/charts/chart_frame'
import { TrendChart } from '@/charts/trend_chart'
import { DataTable } from '@/kit/data_table'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

const all = (month: ConcernMonth) => concernSorts.reduce((sum, sort) => sum + month[sort], 0)

// How many there are, by sort, and how many there were month by month.
export function Watched({ months }: { months: ConcernMonth[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const now = months.at(-1)
  const title = t('gaps.watched')
  return (
    <ChartFrame
      title={title}
      note={t('gaps.watched_note')}
      chart={
        <>
          <TrendChart
            label={title}
            height={160}
            points={months.map((month) => ({ period: month.month, value: all(month) }))}
          />
          <Group gap="xs">
            {now &&
              concernSorts.map((sort) => (
                <Tag key={sort} tone={now[sort] > 0 ? 'accent' : 'quiet'}>
                  {t('gaps.counted', {
                    concern: names.code('concern_sort', sort),
                    number: formats.number(now[sort]),
                  })}
                </Tag>
              ))}
          </Group>
        </>
      }
      table={
        <ScrollArea.Autosize mah={340} type="auto">
          <DataTable
            label={title}
            rows={[...months].reverse()}
            rowKey={({ month }) => month}
            columns={[
              {
                key: 'month',
                label: t('figures.groups.period'),
                short: true,
                cell: ({ month }) => formats.period(month),
              },
              ...concernSorts.map((sort) => ({
                key: sort,
                label: names.code('concern_sort', sort),
                numeric: true,
                cell: (month: ConcernMonth) => formats.number(month[sort]),
              })),
            ]}
          />
        </ScrollArea.Autosize>
      }
    />
  )
}
