// SPDX-License-Identifier: Apache-2.0
import { Paper, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import { DownloadMenu } from '@/kit/download_menu'
import { PageFrame } from '@/kit/page'
import { ViewChoice } from '@/kit/view_choice'
import { oneOf } from '@/state/one_of'
import { doingsQuery, useDoingFilters } from './filtering'
import { Filters } from './filters'
import { DoingList } from './list'
import { DoingMap } from './map'
import { MatrixView } from './matrix'

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
  const query = { ...doingsQuery(filters), lang: i18n.language }
  const by = view === 'places' ? 'place' : view === 'themes' ? 'theme' : undefined
  return (
    <PageFrame
      title={t('who_does_what.title')}
      lead={t('who_does_what.lead')}
      actions={
        <DownloadMenu
          formats={['csv', 'xlsx', 'hxl']}
          addressOf={(format) => address(paths[view], { ...query, by, format })}
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
            {by ? (
              <MatrixView query={{ ...query, by }} by={by} />
            ) : view === 'list' ? (
              <DoingList query={query} />
            ) : (
              <DoingMap query={query} />
            )}
          </Paper>
        </ViewChoice>
      </Stack>
    </PageFrame>
  )
}
