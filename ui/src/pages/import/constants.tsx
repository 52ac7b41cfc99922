// SPDX-License-Identifier: Apache-2.0
import { Select, SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { useAll } from '@/api/records'
import type { Place } from '@/api/types'
import { useNames } from '@/state/names'
import type { Settled } from './reading_order'

interface ConstantsProps {
  settled: Settled
  onChange: (settled: Settled) => void
}

// What holds for every row, asked for where no column says it.
export function Constants({ settled, onChange }: ConstantsProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const { data: places } = useAll<Place>('places')
  const lacks = (field: 'indicator' | 'place') => !settled.fields.includes(field)
  if (!lacks('indicator') && !lacks('place')) return null
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {lacks('indicator') && (
        <Select
          label={t('import.indicator_of_all')}
          description={t('import.indicator_hint')}
          data={Object.entries(labels.codes.indicator ?? {}).map(([value, label]) => ({
            value,
            label,
          }))}
          value={settled.indicator || null}
          onChange={(indicator) => onChange({ ...settled, indicator: indicator ?? '' })}
          searchable
          clearable
          allowDeselect={false}
          clearButtonProps={{ 'aria-label': t('figures.clear_indicator') }}
        />
      )}
      {lacks('place') && (
        <Select
          label={t('import.place_of_all')}
          description={t('import.place_hint')}
          data={
            places?.map((place) => ({ value: place.code, label: names.text(place.name) })) ?? []
          }
          value={settled.place || null}
          onChange={(place) => onChange({ ...settled, place: place ?? '' })}
          searchable
          clearable
          allowDeselect={false}
          clearButtonProps={{ 'aria-label': t('figures.clear_place') }}
        />
      )}
    </SimpleGrid>
  )
}
