// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Estimate, Reach } from '@/api/coverage'
import { DataTable } from '@/kit/data_table'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'

const methods = ['sum', 'highest', 'grouped'] as const
const populations = [
  'in_destination',
  'in_transit',
  'host_community',
  'pendular',
  'returnees',
  'not_said',
] as const
const ages = [
  'women',
  'men',
  'other_adults',
  'girls',
  'boys',
  'other_children',
  'not_said',
] as const

// The three methods side by side, each with what it takes for granted.
export function Methods({ reach, group }: { reach: Reach; group: ReactNode }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const part = <Name extends string>(
    title: string,
    words: readonly Name[],
    labelOf: (word: Name) => string,
    numberOf: (estimate: Estimate, word: Name) => number,
  ) => (
    <DataTable
      label={title}
      rows={[...words]}
      rowKey={(word) => word}
      columns={[
        { key: 'word', label: title, cell: labelOf },
        ...methods.map((method) => ({
          key: method,
          label: t(`reach.methods.${method}.name`),
          numeric: true,
          cell: (word: Name) => formats.number(numberOf(reach.all[method], word)),
        })),
      ]}
    />
  )
  return (
    <Panel title={t('reach.across')} lead={t('reach.across_lead')}>
      {group}
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
        {methods.map((method) => (
          <Stack key={method} gap={4} component="section">
            <Title order={3}>{t(`reach.methods.${method}.name`)}</Title>
            <Text fz="2rem" fw={700}>
              {formats.number(reach.all[method].people)}
            </Text>
            <Text size="sm">{t(`reach.methods.${method}.how`)}</Text>
            <Text size="sm" c="dimmed">
              {t(`reach.methods.${method}.assumes`)}
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
      {part(
        t('reach.population'),
        populations,
        (word) => t(`reach.populations.${word}`),
        (estimate, word) => estimate.by_population[word],
      )}
      {part(
        t('reach.age'),
        ages,
        (word) => t(`reach.ages.${word}`),
        (estimate, word) => estimate.by_age[word],
      )}
    </Panel>
  )
}
