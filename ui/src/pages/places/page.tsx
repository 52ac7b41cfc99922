// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import { useLabels } from '@/api/labels'
import { useMay } from '@/api/session'
import { choicesOf, FilterBar, FilterSelect, FilterText } from '@/kit/filters'
import { IconPlus, IconUpload } from '@/kit/icons'
import { ListDownload } from '@/kit/list_download'
import { PageFrame } from '@/kit/page'
import { Panel } from '@/kit/panel'
import { ViewChoice } from '@/kit/view_choice'
import { oneOf } from '@/state/one_of'
import { useWordFilters } from '@/state/word_filters'
import { Found } from './found'
import { SitesMap } from './sites_map'
import { Tree } from './tree'

const views = ['tree', 'list', 'map'] as const

// All places: as they lie in each other, as a list that can be searched, and on the map.
export function Page() {
  const { t } = useTranslation()
  const labels = useLabels()
  const mayMake = useMay('coordinator')
  const { filters, set } = useWordFilters(['q', 'kind', 'site', 'view'])
  const { q, kind, site } = filters
  const isSought = !!(q || kind || site)
  const asked = oneOf(views, filters.view, 'tree')
  const view = asked === 'tree' && isSought ? 'list' : asked
  // The tree shows all there is.
  const choose = (each: (typeof views)[number]) => {
    set('view', each)
    if (each === 'tree') for (const name of ['q', 'kind', 'site'] as const) set(name, null)
  }
  const member = (name: string) => labels.kinds.place?.[name] ?? name
  return (
    <PageFrame
      title={t('navigation.places')}
      lead={t('places.lead')}
      actions={
        <>
          <ListDownload plural="places" filter={{ q, kind, site }} />
          {mayMake && (
            <>
              <Button
                component={Link}
                to="/places/add"
                variant="default"
                leftSection={<IconUpload size={18} />}
              >
                {t('places.add_areas')}
              </Button>
              <Button
                component={Link}
                to={address('/records/places/new', { kind: 'site', back: '/places' })}
                leftSection={<IconPlus size={18} />}
              >
                {t('records.new')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Stack gap="lg">
        <FilterBar
          search={<FilterText key={filters.view} value={q} onChange={(text) => set('q', text)} />}
          values={[kind, site]}
        >
          <FilterSelect
            label={member('kind')}
            choices={choicesOf(labels.codes.place_kind)}
            value={kind}
            onChange={(word) => set('kind', word)}
          />
          <FilterSelect
            label={member('site')}
            choices={choicesOf(labels.codes.site_sort)}
            value={site}
            onChange={(word) => set('site', word)}
          />
        </FilterBar>
        <ViewChoice
          views={views}
          view={view}
          labelOf={(each) => t(`places.views.${each}`)}
          onChange={choose}
        >
          {view === 'tree' && (
            <Panel title={t('places.views.tree')}>
              <Tree empty={t('places.none')} />
            </Panel>
          )}
          {view === 'list' && (
            <Found key={`${q}/${kind}/${site}`} query={{ q, kind, site, sort: 'name' }} />
          )}
          {view === 'map' && <SitesMap query={{ q, kind: kind || 'site', site }} />}
        </ViewChoice>
      </Stack>
    </PageFrame>
  )
}
