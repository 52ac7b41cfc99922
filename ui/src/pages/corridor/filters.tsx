// SPDX-License-Identifier: Apache-2.0
import { Input, Paper, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import type { CorridorPanelProps } from '@/state/corridor_filters'

export function Filters({ filters, change }: CorridorPanelProps) {
  const { t } = useTranslation()
  const { countries } = useLabels()
  const origins = useMemo(
    () =>
      Object.entries(countries)
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [countries],
  )
  return (
    <Paper component="search" withBorder radius="lg" p="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <Input.Wrapper label={t('figures.unit')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('figures.unit')}
            value={filters.by}
            data={[
              { value: 'month', label: t('figures.units.month') },
              { value: 'year', label: t('figures.units.year') },
            ]}
            onChange={(by) => change({ by: by === 'year' ? 'year' : 'month' })}
          />
        </Input.Wrapper>
        <Select
          label={t('figures.origin')}
          placeholder={t('kit.all')}
          data={origins}
          limit={60}
          value={filters.origin || null}
          onChange={(origin) => change({ origin: origin ?? '' })}
          searchable
          clearable
          allowDeselect={false}
          clearButtonProps={{ 'aria-label': t('figures.clear_origin') }}
        />
        <TextInput
          type="month"
          label={t('figures.from')}
          value={filters.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="month"
          label={t('figures.to')}
          value={filters.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Paper>
  )
}
