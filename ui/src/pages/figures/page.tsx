// SPDX-License-Identifier: Apache-2.0
import { Stack, Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { figuresAddress } from '@/api/figures'
import { DownloadMenu } from '@/kit/download_menu'
import { PageFrame } from '@/kit/page'
import {
  figuresQuery,
  narrowing,
  oneOfViews,
  subjectsQuery,
  useFigureFilters,
  views,
} from '@/state/figure_filters'
import { Alerts } from './alerts'
import { Composition } from './composition'
import { Disagreements } from './disagreements'
import { Explaining } from './explaining'
import { FigureTableView } from './figure_table_view'
import { Filters } from './filters'
import { FigureMap } from './map'
import { Trend } from './trend'

const panels = { trend: Trend, composition: Composition, map: FigureMap, table: FigureTableView }

export function Page() {
  const { t } = useTranslation()
  const { filters, change } = useFigureFilters()
  const query = figuresQuery(filters, filters.groups)
  return (
    <PageFrame
      title={t('figures.title')}
      lead={t('figures.lead')}
      actions={
        <DownloadMenu
          formats={['csv', 'xlsx', 'hxl']}
          addressOf={(format) => figuresAddress(query, format)}
        />
      }
    >
      <Explaining filter={narrowing(filters)}>
        <Stack gap="lg">
          <Filters filters={filters} change={change} />
          <Tabs
            value={filters.view}
            onChange={(view) => change({ view: oneOfViews(view) })}
            keepMounted={false}
          >
            <Tabs.List mb="lg">
              {views.map((view) => (
                <Tabs.Tab key={view} value={view}>
                  {t(`figures.views.${view}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {views.map((view) => {
              const View = panels[view]
              return (
                <Tabs.Panel key={view} value={view}>
                  <View filters={filters} change={change} />
                </Tabs.Panel>
              )
            })}
          </Tabs>
          <Alerts query={subjectsQuery(filters)} />
          <Disagreements filters={filters} />
        </Stack>
      </Explaining>
    </PageFrame>
  )
}
