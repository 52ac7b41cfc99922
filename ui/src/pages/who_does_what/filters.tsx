// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { DateFilter } from '@/kit/date_filter'
import { choicesOf, FilterBar, FilterSelect } from '@/kit/filters'
import { PartnerFilter } from '@/kit/partner_filter'
import { PlaceFilter } from '@/kit/place_filter'
import { ThemeFilter } from '@/kit/theme_filter'
import { type DoingFilters, doingsQuery, type SetFilter } from './filtering'

export function Filters({ filters, set }: { filters: DoingFilters; set: SetFilter }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const part = (name: keyof ReturnType<typeof doingsQuery>) => ({
    label: t(`who_does_what.filters.${name}`),
    value: filters[name],
    onChange: (word: string | null) => set(name, word),
  })
  return (
    <FilterBar values={Object.values(doingsQuery(filters))}>
      <PartnerFilter {...part('partner')} />
      <PlaceFilter {...part('place')} />
      <ThemeFilter {...part('theme')} />
      <FilterSelect {...part('people')} choices={choicesOf(labels.codes.population)} />
      <DateFilter {...part('from')} />
      <DateFilter {...part('to')} />
    </FilterBar>
  )
}
