// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { choicesOf, FilterBar, FilterSelect } from '@/kit/filters'
import { PlaceFilter } from '@/kit/place_filter'
import { useFormats } from '@/state/formats'
import { type DisagreementFilters, type SetFilter, shares } from './filtering'

export function Filters({ filters, set }: { filters: DisagreementFilters; set: SetFilter }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const formats = useFormats()
  return (
    <FilterBar
      values={[
        filters.indicator,
        filters.place,
        filters.from,
        filters.to,
        filters.share,
        filters.ruled,
      ]}
    >
      <FilterSelect
        label={t('figures.indicator')}
        choices={choicesOf(labels.codes.indicator)}
        value={filters.indicator}
        onChange={(word) => set('indicator', word)}
      />
      <PlaceFilter
        by="code"
        label={t('figures.place')}
        value={filters.place}
        onChange={(word) => set('place', word)}
      />
      <TextInput
        type="month"
        label={t('figures.from')}
        value={filters.from}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="month"
        label={t('figures.to')}
        value={filters.to}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
      <FilterSelect
        label={t('disagreements.difference')}
        choices={shares.map((share) => ({
          value: share,
          label: t('disagreements.at_least', { share: formats.percent(Number(share)) }),
        }))}
        value={filters.share}
        onChange={(word) => set('share', word)}
      />
      <FilterSelect
        label={t('disagreements.state')}
        choices={[{ value: 'no', label: t('disagreements.only_unruled') }]}
        value={filters.ruled}
        onChange={(word) => set('ruled', word)}
      />
    </FilterBar>
  )
}
