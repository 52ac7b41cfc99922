// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Partner, Presence } from '@/api/directory'
import { useLabels } from '@/api/labels'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { AwaitedPlaces } from '@/kit/awaited_places'
import { Empty } from '@/kit/empty'
import { choicesOf, FilterBar, FilterSelect, FilterText } from '@/kit/filters'
import { IconPlus } from '@/kit/icons'
import { ListDownload } from '@/kit/list_download'
import { PageFrame } from '@/kit/page'
import { PlaceFilter } from '@/kit/place_filter'
import { ThemeFilter } from '@/kit/theme_filter'
import { ViewChoice } from '@/kit/view_choice'
import { useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'
import { oneOf } from '@/state/one_of'
import { partnerName } from '@/state/partner_names'
import { today } from '@/state/today'
import { useWordFilters } from '@/state/word_filters'
import { Cards } from './cards'
import { type Filters, filterNames, narrowed } from './filtering'
import { PartnerMap } from './partner_map'

const views = ['cards', 'map'] as const

// All partners, as cards and on the map.
export function Page() {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const mayMake = useMay('coordinator')
  const { filters, set } = useWordFilters(filterNames)
  const partners = useAll<Partner>('partners')
  const presences = useAll<Presence>('presences')
  const member = (name: string) => labels.kinds.partner?.[name] ?? name
  const countries = [...new Set(partners.data?.flatMap(({ country }) => country ?? []))]
    .map((value) => ({ value, label: names.country(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  const { q, kind, country, theme, place } = filters
  const view = oneOf(views, filters.view, 'cards')
  return (
    <PageFrame
      title={t('navigation.directory')}
      lead={t('directory.lead')}
      actions={
        <>
          <ListDownload
            plural="partners"
            filter={{ q, kind, country }}
            unheeded={[
              ...(filters.theme ? [t('directory.theme')] : []),
              ...(filters.place ? [t('directory.present_at')] : []),
            ]}
          />
          {mayMake && (
            <Button
              component={Link}
              to="/records/partners/new?back=/directory"
              leftSection={<IconPlus size={18} />}
            >
              {t('records.new')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="lg">
        <FilterBar
          search={<FilterText value={filters.q} onChange={(text) => set('q', text)} />}
          values={[kind, country, theme, place]}
        >
          <FilterSelect
            label={member('kind')}
            choices={choicesOf(labels.codes.partner_kind)}
            value={filters.kind}
            onChange={(word) => set('kind', word)}
          />
          <FilterSelect
            label={member('country')}
            choices={countries}
            value={filters.country}
            onChange={(word) => set('country', word)}
          />
          <ThemeFilter
            label={t('directory.theme')}
            value={filters.theme}
            onChange={(word) => set('theme', word)}
          />
          <PlaceFilter
            label={t('directory.present_at')}
            value={filters.place}
            onChange={(word) => set('place', word)}
          />
        </FilterBar>
        <Answer query={partners}>
          {(all) => (
            <Answer query={presences}>
              {(present) => (
                <ViewChoice
                  views={views}
                  view={view}
                  labelOf={(each) => t(`directory.views.${each}`)}
                  onChange={(each) => set('view', each === 'cards' ? null : each)}
                >
                  <Found partners={all} presences={present} filters={filters} view={view} />
                </ViewChoice>
              )}
            </Answer>
          )}
        </Answer>
      </Stack>
    </PageFrame>
  )
}

interface FoundProps {
  partners: Partner[]
  presences: Presence[]
  filters: Filters
  view: (typeof views)[number]
}

function Found({ partners, presences, filters, view }: FoundProps) {
  const { t, i18n } = useTranslation()
  const known = useKnownPlaces()
  const nameOf = (partner: Partner) => partnerName(partner, i18n.language)
  const found = narrowed(partners, { presences, known, today: today() }, filters)?.sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), i18n.language),
  )
  if (!found) return <AwaitedPlaces />
  if (found.length === 0)
    return <Empty title={t('records.none')}>{t('records.next_step.partners')}</Empty>
  if (view === 'map') return <PartnerMap partners={found} presences={presences} filters={filters} />
  return <Cards partners={found} presences={presences} />
}
