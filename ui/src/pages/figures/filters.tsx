// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Collapse,
  Group,
  MultiSelect,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { IconAdjustmentsHorizontal } from '@/kit/icons'
import { PlacesSelect } from '@/kit/place_select'
import { units } from '@/state/figure_filters'
import classes from './filters.module.css'
import type { PanelProps } from './panel_props'

const choices = (words: Record<string, string> | undefined) =>
  Object.entries(words ?? {}).map(([value, label]) => ({ value, label }))

export function Filters({ filters, change }: PanelProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const narrowed = filters.origins.length > 0 || filters.sex !== '' || filters.age !== ''
  const [more, { toggle }] = useDisclosure(narrowed)
  const countries = useMemo(
    () => choices(labels.countries).sort((a, b) => a.label.localeCompare(b.label)),
    [labels.countries],
  )
  return (
    <Paper component="search" withBorder radius="lg" p="md">
      <Stack gap="sm">
        <div className={classes.filters}>
          <MultiSelect
            label={t('figures.indicator')}
            placeholder={filters.indicators.length ? undefined : t('kit.all')}
            data={choices(labels.codes.indicator)}
            value={filters.indicators}
            onChange={(indicators) => change({ indicators })}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('figures.clear_indicator') }}
          />
          <PlacesSelect
            by="code"
            label={t('figures.place')}
            placeholder={filters.places.length ? undefined : t('kit.all')}
            value={filters.places}
            onChange={(picked) => change({ places: picked })}
            clearable
            clearButtonProps={{ 'aria-label': t('figures.clear_place') }}
          />
          <Select
            label={t('figures.unit')}
            data={units.map((unit) => ({ value: unit, label: t(`figures.units.${unit}`) }))}
            value={filters.unit}
            allowDeselect={false}
            onChange={(unit) => change({ unit: units.find((known) => known === unit) })}
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
        </div>
        <Collapse in={more}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            <MultiSelect
              label={t('figures.origin')}
              placeholder={filters.origins.length ? undefined : t('kit.all')}
              data={countries}
              limit={60}
              value={filters.origins}
              onChange={(origins) => change({ origins })}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('figures.clear_origin') }}
            />
            <Select
              label={t('figures.sex')}
              placeholder={t('kit.all')}
              data={choices(labels.codes.sex).filter((choice) => choice.value !== 'all')}
              value={filters.sex || null}
              onChange={(sex) => change({ sex: sex ?? '' })}
              clearable
              allowDeselect={false}
              clearButtonProps={{ 'aria-label': t('figures.clear_sex') }}
            />
            <Select
              label={t('figures.age')}
              placeholder={t('kit.all')}
              data={choices(labels.codes.age_group).filter((choice) => choice.value !== 'all')}
              value={filters.age || null}
              onChange={(age) => change({ age: age ?? '' })}
              clearable
              allowDeselect={false}
              clearButtonProps={{ 'aria-label': t('figures.clear_age') }}
            />
          </SimpleGrid>
        </Collapse>
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={more}
            leftSection={<IconAdjustmentsHorizontal size={16} />}
            onClick={toggle}
          >
            {t(more ? 'figures.fewer_filters' : 'figures.more_filters')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
