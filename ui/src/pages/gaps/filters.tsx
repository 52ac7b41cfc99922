// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { DateFilter } from '@/kit/date_filter'
import { type Choice, choicesOf, FilterBar, FilterSelect } from '@/kit/filters'
import { PartnerFilter } from '@/kit/partner_filter'
import { PlaceFilter } from '@/kit/place_filter'
import { ThemeFilter } from '@/kit/theme_filter'
import type { GapFilters, SetFilter } from './filtering'

export function Filters({ filters, set }: { filters: GapFilters; set: SetFilter }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { state, ...others } = filters
  const part = (name: keyof GapFilters) => ({
    label: t(`gaps.filters.${name}`),
    value: filters[name],
    onChange: (word: string | null) => set(name, word),
  })
  const states: Choice[] = (['standing', 'dismissed', 'all'] as const).map((value) => ({
    value,
    label: t(`gaps.states.${value}`),
  }))
  return (
    <FilterBar values={[...Object.values(others), state === 'standing' ? '' : state]}>
      <FilterSelect {...part('concern')} choices={choicesOf(labels.codes.concern_sort)} />
      <ThemeFilter {...part('theme')} />
      <PlaceFilter {...part('place')} />
      <FilterSelect {...part('people')} choices={choicesOf(labels.codes.population)} />
      <FilterSelect {...part('phase')} choices={choicesOf(labels.codes.response_phase)} />
      <PartnerFilter {...part('partner')} />
      <DateFilter {...part('on')} />
      <FilterSelect {...part('state')} value={filters.state || 'standing'} choices={states} />
    </FilterBar>
  )
}
