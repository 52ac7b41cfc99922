// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Arrangement } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { choicesOf, FilterBar, FilterSelect, FilterText } from '@/kit/filters'
import { useNames } from '@/state/names'
import type { Filters as FilterWords } from './filtering'

interface FiltersProps {
  all: Arrangement[]
  filters: FilterWords
  set: (name: keyof FilterWords, word: string | null) => void
}

export function Filters({ all, filters, set }: FiltersProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const member = (name: string) => labels.kinds.arrangement?.[name] ?? name
  const { level, form, status, place } = filters
  const places = [...new Set(all.flatMap((each) => each.places))]
    .map((value) => ({ value, label: names.place(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <FilterBar
      search={<FilterText value={filters.q} onChange={(text) => set('q', text)} />}
      values={[level, form, status, place]}
    >
      <FilterSelect
        label={member('level')}
        choices={choicesOf(labels.codes.level)}
        value={filters.level}
        onChange={(word) => set('level', word)}
      />
      <FilterSelect
        label={member('form')}
        choices={choicesOf(labels.codes.form)}
        value={filters.form}
        onChange={(word) => set('form', word)}
      />
      <FilterSelect
        label={member('status')}
        choices={choicesOf(labels.codes.arrangement_status)}
        value={filters.status}
        onChange={(word) => set('status', word)}
      />
      <FilterSelect
        label={t('arrangements.place')}
        choices={places}
        value={filters.place}
        onChange={(word) => set('place', word)}
      />
    </FilterBar>
  )
}
