// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Effect } from '@/api/import_types'
import { useFigureEffect } from '@/api/imports'
import { Answer } from '@/kit/answer'
import { DataTable } from '@/kit/data_table'
import { Pager } from '@/kit/pager'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

const perPage = 24

const differenceOf = ({ before, after, untold }: Effect['items'][number]) =>
  untold ? null : (after ?? 0) - (before ?? 0)

// Which joint figures would change, and how, if the file were accepted.
export function FigureEffect({ batch, supersedes }: { batch: string; supersedes: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const effect = useFigureEffect(batch, supersedes)
  const [start, setStart] = useState(0)
  const number = (value: number | null) =>
    value === null ? t('charts.no_figure') : formats.number(value)
  return (
    <Panel title={t('import.effect')} lead={t('import.effect_lead')}>
      <Answer query={effect}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Text>{t('import.no_effect')}</Text>
          ) : (
            <>
              <DataTable
                label={t('import.effect')}
                rows={items.slice(start, start + perPage)}
                rowKey={(item) => [item.indicator, item.place, item.period].join()}
                columns={[
                  {
                    key: 'figure',
                    label: t('import.figure'),
                    cell: (item) =>
                      `${names.indicator(item.indicator)} · ${names.place(item.place)}`,
                  },
                  {
                    key: 'period',
                    label: t('figures.groups.period'),
                    cell: (item) => (item.period ? formats.period(item.period) : ''),
                  },
                  {
                    key: 'before',
                    label: t('import.before'),
                    numeric: true,
                    cell: (item) => number(item.before),
                  },
                  {
                    key: 'after',
                    label: t('import.after'),
                    numeric: true,
                    cell: (item) => (item.untold ? t('import.effect_untold') : number(item.after)),
                  },
                  {
                    key: 'difference',
                    label: t('import.difference'),
                    numeric: true,
                    cell: (item) => {
                      const difference = differenceOf(item)
                      return difference === null ? '' : formats.difference(difference)
                    },
                  },
                ]}
              />
              {items.length > perPage && (
                <Pager
                  first={start + 1}
                  last={Math.min(start + perPage, items.length)}
                  total={items.length}
                  onBack={start > 0 ? () => setStart(start - perPage) : undefined}
                  onNext={
                    start + perPage < items.length ? () => setStart(start + perPage) : undefined
                  }
                />
              )}
              {total > items.length && (
                <Text size="sm" c="dimmed">
                  {t('import.more_effects', { count: total - items.length })}
                </Text>
              )}
            </>
          )
        }
      </Answer>
    </Panel>
  )
}
