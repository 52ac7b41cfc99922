// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Query } from '@/api/client'
import type { Contribution } from '@/api/figure_types'
import { useFormats } from '@/state/formats'
import { ObservationList } from './observation_list'

interface ContributionCardProps {
  contribution: Contribution
  question: Query // names it, by the figure and its number
}

// What one file says about the figure; of one that is not shared, its part in it. Its rows open on demand, each by its number in the file.
export function ContributionCard({ contribution, question }: ContributionCardProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [opened, { toggle }] = useDisclosure(false)
  const { batch, source, source_title, file_name } = contribution
  const { period, count, observations, reason_text } = contribution
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="baseline">
          <Text fw={600}>{source_title ?? source ?? t('explanation.not_shared')}</Text>
          {count !== null && (
            <Text fw={600} className="numeric" td={contribution.used ? undefined : 'line-through'}>
              {formats.number(count)}
            </Text>
          )}
        </Group>
        <Text size="sm">{reason_text}</Text>
        <Text size="sm" c="dimmed">
          {[
            file_name,
            period && formats.period(period),
            observations !== null && t('explanation.rows', { count: observations }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {batch && (
          <Group gap="xs">
            <Button variant="light" size="compact-sm" aria-expanded={opened} onClick={toggle}>
              {t(opened ? 'explanation.hide_rows' : 'explanation.show_rows')}
            </Button>
            <Anchor component={Link} to={`/import/${batch}`} size="sm">
              {t('explanation.open_file')}
            </Anchor>
          </Group>
        )}
        {batch && opened && <ObservationList query={{ ...question, batch }} />}
      </Stack>
    </Paper>
  )
}
