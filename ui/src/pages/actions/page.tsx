// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Action, Arrangement } from '@/api/arrangements'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { AwaitedPlaces } from '@/kit/awaited_places'
import { Empty } from '@/kit/empty'
import { IconPlus } from '@/kit/icons'
import { PageFrame } from '@/kit/page'
import { ViewChoice } from '@/kit/view_choice'
import { useKnownPlaces } from '@/state/known_places'
import { oneOf } from '@/state/one_of'
import { today } from '@/state/today'
import { useWordFilters } from '@/state/word_filters'
import { ActionMap } from './action_map'
import { ActionTable } from './action_table'
import { ActionTimeline } from './action_timeline'
import { Board } from './board'
import { ByPlace } from './by_place'
import { Downloads } from './downloads'
import { type Filters as FilterWords, filterNames, narrowed } from './filtering'
import { Filters } from './filters'
import { Standing } from './standing'

const views = ['table', 'board', 'timeline', 'places', 'map'] as const

export function Page() {
  const { t } = useTranslation()
  const mayMake = useMay('contributor')
  const { filters, set } = useWordFilters(filterNames)
  const known = useKnownPlaces()
  const actions = useAll<Action>('actions')
  const { data: arrangements = [] } = useAll<Arrangement>('arrangements')
  const view = oneOf(views, filters.view, 'table')
  return (
    <PageFrame
      title={t('navigation.actions')}
      lead={t('actions.lead')}
      actions={
        <>
          <Downloads filters={filters} actions={actions.data} />
          {mayMake && (
            <Button
              component={Link}
              to="/records/actions/new?back=/actions"
              leftSection={<IconPlus size={18} />}
            >
              {t('records.new')}
            </Button>
          )}
        </>
      }
    >
      <Answer query={actions}>
        {(all) => {
          const found = narrowed(all, filters, { arrangements, known, today: today() })
          return (
            <Stack gap="lg">
              <Filters actions={all} arrangements={arrangements} filters={filters} set={set} />
              {found && found.length > 0 && <Standing actions={found} />}
              <ViewChoice
                views={views}
                view={view}
                labelOf={(each) => t(`actions.views.${each}`)}
                onChange={(each) => set('view', each === 'table' ? null : each)}
              >
                {!found ? (
                  <AwaitedPlaces />
                ) : found.length === 0 ? (
                  <Empty title={t('records.none')}>{t('records.next_step.actions')}</Empty>
                ) : (
                  <Shown
                    view={view}
                    actions={found}
                    arrangements={arrangements}
                    filters={filters}
                  />
                )}
              </ViewChoice>
            </Stack>
          )
        }}
      </Answer>
    </PageFrame>
  )
}

interface ShownProps {
  view: (typeof views)[number]
  actions: Action[]
  arrangements: Arrangement[]
  filters: FilterWords
}

function Shown({ view, actions, arrangements, filters }: ShownProps) {
  const { t } = useTranslation()
  switch (view) {
    case 'board':
      return <Board actions={actions} />
    case 'timeline':
      return <ActionTimeline actions={actions} arrangements={arrangements} />
    case 'places':
      return <ByPlace actions={actions} />
    case 'map':
      return <ActionMap actions={actions} filters={filters} />
    default:
      return (
        <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
          <ActionTable label={t('navigation.actions')} actions={actions} />
        </Paper>
      )
  }
}
