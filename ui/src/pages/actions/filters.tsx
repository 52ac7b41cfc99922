// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Action, Arrangement } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { type Choice, choicesOf, FilterBar, FilterSelect, FilterText } from '@/kit/filters'
import { PlaceFilter } from '@/kit/place_filter'
import { ThemeFilter } from '@/kit/theme_filter'
import { useNames } from '@/state/names'
import { usePartnerNames } from '@/state/partner_names'
import { type FilterLabels, useFilterLabels } from './filter_labels'
import type { Filters as FilterWords } from './filtering'

interface FiltersProps {
  actions: Action[]
  arrangements: Arrangement[]
  filters: FilterWords
  set: (name: keyof FilterWords, word: string | null) => void
}

const named = (ids: string[], nameOf: (id: string) => string): Choice[] =>
  [...new Set(ids)]
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))

export function Filters({ actions, arrangements, filters, set }: FiltersProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const partnerName = usePartnerNames()
  const filterLabels = useFilterLabels()
  const { arrangement, point, lead, place, status, late } = filters
  const title = (id: string) => names.text(arrangements.find((each) => each.id === id)?.title)
  const leads = actions.flatMap(({ lead }) => (lead ? [lead] : []))
  const select = (name: keyof FilterLabels, choices: Choice[]) => (
    <FilterSelect
      label={filterLabels[name]}
      choices={choices}
      value={filters[name]}
      onChange={(word) => set(name, word)}
    />
  )
  return (
    <FilterBar
      search={<FilterText value={filters.q} onChange={(text) => set('q', text)} />}
      values={[arrangement, point, lead, place, status, late]}
    >
      {select(
        'arrangement',
        named(
          arrangements.map(({ id }) => id),
          title,
        ),
      )}
      <ThemeFilter
        label={filterLabels.point}
        value={filters.point}
        onChange={(word) => set('point', word)}
      />
      {select('lead', named(leads, partnerName))}
      <PlaceFilter
        label={filterLabels.place}
        value={filters.place}
        onChange={(word) => set('place', word)}
      />
      {select('status', choicesOf(labels.codes.action_status))}
      {select('late', [
        { value: 'now', label: t('actions.late') },
        { value: 'adopted', label: t('actions.late_adopted') },
      ])}
    </FilterBar>
  )
}
