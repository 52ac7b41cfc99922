// SPDX-License-Identifier: Apache-2.0
import { Input, Paper, SegmentedControl, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import type { Doer } from '@/api/coverage'
import { DownloadMenu } from '@/kit/download_menu'
import { PageFrame } from '@/kit/page'
import { ViewChoice } from '@/kit/view_choice'
import { ResponseTabs } from '@/shell/response_tabs'
import { oneOf } from '@/state/one_of'
import { cellQuery, doingsQuery, levels, useDoingFilters } from './filtering'
import { Filters } from './filters'
import { DoingList } from './list'
import { DoingMap } from './map'
import { MatrixView } from './matrix'
import { OfCell } from './of_cell'

const views = ['places', 'themes', 'list', 'map'] as const

const paths = {
  places: '/api/who_does_what/matrix',
  themes: '/api/who_does_what/matrix',
  list: '/api/who_does_what',
  map: '/api/who_does_what',
}

// Partners against places, against points and sectors, as a list and on the map.
export function Page() {
  const { t, i18n } = useTranslation()
  const { filters, set } = useDoingFilters()
  const view = oneOf(views, filters.view, 'places')
  const asked = doingsQuery(filters)
  const cell = view === 'list' ? cellQuery(filters) : {}
  const query = { ...asked, lang: i18n.language }
  const by = view === 'places' ? 'place' : view === 'themes' ? 'theme' : undefined
  const level = oneOf([...levels, ''], filters.level, '')
  const rolled = by === 'place' ? level : undefined
  const listOf = ({ partner, organisation }: Doer, column: string) =>
    address('/who-does-what', {
      ...asked,
      by,
      level: rolled,
      row: partner,
      organisation,
      column,
      view: 'list',
    })
  return (
    <PageFrame
      tabs={<ResponseTabs />}
      title={t('who_does_what.title')}
      lead={t('who_does_what.lead')}
      actions={
        <DownloadMenu
          formats={['csv', 'xlsx', 'hxl']}
          addressOf={(format) =>
            address(paths[view], { ...query, by, level: rolled, ...cell, format })
          }
        />
      }
    >
      <Stack gap="lg">
        <Filters filters={filters} set={set} />
        <ViewChoice
          views={views}
          view={view}
          labelOf={(each) => t(`who_does_what.views.${each}`)}
          onChange={(each) => set('view', each === 'places' ? null : each)}
        >
          <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
            {by === 'place' && (
              <LevelChoice level={level} onChange={(word) => set('level', word)} />
            )}
            {by ? (
              <MatrixView query={{ ...query, by, level: rolled }} by={by} listOf={listOf} />
            ) : view === 'list' ? (
              <>
                <OfCell filters={filters} />
                <DoingList query={{ ...query, ...cell }} />
              </>
            ) : (
              <DoingMap
                query={query}
                listOf={(place) => address('/who-does-what', { ...asked, place, view: 'list' })}
              />
            )}
          </Paper>
        </ViewChoice>
      </Stack>
    </PageFrame>
  )
}

const asReported = 'place'

interface LevelChoiceProps {
  level: string
  onChange: (level: string) => void
}

// What the places of the matrix are rolled up to.
function LevelChoice({ level, onChange }: LevelChoiceProps) {
  const { t } = useTranslation()
  return (
    <Input.Wrapper
      label={t('who_does_what.level')}
      labelElement="div"
      labelProps={{ display: 'block', mb: 4 }}
      mb="md"
    >
      <SegmentedControl
        aria-label={t('who_does_what.level')}
        value={level || asReported}
        onChange={(chosen) => onChange(chosen === asReported ? '' : chosen)}
        data={([asReported, ...levels] as const).map((value) => ({
          value,
          label: t(`who_does_what.levels.${value}`),
        }))}
      />
    </Input.Wrapper>
  )
}
