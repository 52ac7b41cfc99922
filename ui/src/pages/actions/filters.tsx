// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Action, Arrangement } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { type Choice, choicesOf, FilterBar, FilterSelect, FilterText } from '@/kit/filters'
import { ThemeFilter } from '@/kit/theme_filter'
import { useNames } from '@/state/names'
import { usePartnerNames } from '@/state/partner_names'
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
  const member = (name: string) => labels.kinds.action?.[name] ?? name
  const title = (id: string) => names.text(arrangements.find((each) => each.id === id)?.title)
  const leads = actions.flatMap(({ lead }) => (lead ? [lead] : []))
  const select = (name: keyof FilterWords, label: string, choices: Choice[]) => (
    <FilterSelect
      label={label}
      choices={choices}
      value={filters[name]}
      onChange={(word) => set(name, word)}
    />
  )
  return (
    <FilterBar>
      <FilterText value={filters.q} onChange={(text) => set('q', text)} />
      {select(
        'arrangement',
        member('arrangement'),
        named(
          arrangements.map(({ id }) => id),
          title,
        ),
      )}
      <ThemeFilter
        label={member('points')}
        value={filters.point}
        onChange={(word) => set('point', word)}
      />
      {select('lead', member('lead'), named(leads, partnerName))}
      {select(
        'place',
        member('places'),
        named(
          actions.flatMap(({ places }) => places),
          names.place,
        ),
      )}
      {select('status', member('status'), choicesOf(labels.codes.action_status))}
      {select('late', t('actions.lateness'), [
        { value: 'now', label: t('actions.late') },
        { value: 'adopted', label: t('actions.late_adopted') },
      ])}
    </FilterBar>
  )
}
