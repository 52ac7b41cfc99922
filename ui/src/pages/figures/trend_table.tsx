// SPDX-License-Identifier: Apache-2.0
import { ScrollArea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Figure } from '@/api/figure_types'
import { DataTable } from '@/kit/data_table'
import { useFormats } from '@/state/formats'
import { FigureNumber } from './figure_number'

export function TrendTable({ title, figures }: { title: string; figures: Figure[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <ScrollArea.Autosize mah={340} type="auto">
      <DataTable
        label={title}
        rows={figures}
        rowKey={(figure) => figure.period ?? ''}
        columns={[
          {
            key: 'period',
            label: t('figures.groups.period'),
            cell: (figure) => formats.period(figure.period ?? ''),
          },
          {
            key: 'count',
            label: t('charts.count'),
            numeric: true,
            cell: (figure) => <FigureNumber figure={figure} />,
          },
        ]}
      />
    </ScrollArea.Autosize>
  )
}
