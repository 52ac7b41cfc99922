// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { type Arrangement, useExpiring } from '@/api/arrangements'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { IconPlus } from '@/kit/icons'
import { ListDownload } from '@/kit/list_download'
import { PageFrame } from '@/kit/page'
import { ViewChoice } from '@/kit/view_choice'
import { useNames } from '@/state/names'
import { oneOf } from '@/state/one_of'
import { useWordFilters } from '@/state/word_filters'
import { Expiring } from './expiring'
import { FamilyView } from './family_view'
import { filterNames, narrowed } from './filtering'
import { Filters } from './filters'
import { ListView } from './list_view'
import { TimelineView } from './timeline_view'

const views = ['list', 'timeline', 'family'] as const
const panels = { list: ListView, timeline: TimelineView, family: FamilyView }

export function Page() {
  const { t } = useTranslation()
  const names = useNames()
  const mayMake = useMay('coordinator')
  const { filters, set } = useWordFilters(filterNames)
  const arrangements = useAll<Arrangement>('arrangements')
  const { data: expiring = [] } = useExpiring()
  const view = oneOf(views, filters.view, 'list')
  const View = panels[view]
  const { q, level, form, status, place } = filters
  const asked = { q, level, form, status }
  return (
    <PageFrame
      title={t('navigation.arrangements')}
      lead={t('arrangements.lead')}
      actions={
        <>
          <ListDownload
            plural="arrangements"
            filter={asked}
            unheeded={place ? [t('arrangements.place')] : []}
          />
          {mayMake && (
            <Button
              component={Link}
              to="/records/arrangements/new?back=/arrangements"
              leftSection={<IconPlus size={18} />}
            >
              {t('records.new')}
            </Button>
          )}
        </>
      }
    >
      <Answer query={arrangements}>
        {(all) => {
          const found = narrowed(all, filters, names)
          return (
            <Stack gap="lg">
              <Expiring agreements={expiring} all={all} />
              <Filters all={all} filters={filters} set={set} />
              <ViewChoice
                views={views}
                view={view}
                labelOf={(each) => t(`arrangements.views.${each}`)}
                onChange={(each) => set('view', each === 'list' ? null : each)}
              >
                {found.length === 0 ? (
                  <Empty title={t('records.none')}>{t('records.next_step.arrangements')}</Empty>
                ) : (
                  <View found={found} all={all} />
                )}
              </ViewChoice>
            </Stack>
          )
        }}
      </Answer>
    </PageFrame>
  )
}
