// SPDX-License-Identifier: Apache-2.0
import { Group, List, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Batch } from '@/api/types'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { batchKey } from './batch_words'
import { SeverityTag } from './severity_tag'

// How many rows came and where each went: rows = used + rejected + skipped.
export function BatchSummary({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const counts = ['rows', 'used', 'rejected', 'skipped', 'observations'] as const
  const severities = [
    { severity: 'error', count: batch.errors },
    { severity: 'warning', count: batch.warnings },
    { severity: 'information', count: batch.informations },
  ] as const
  const reasons = Object.entries(batch.skipped_by_reason ?? {}).filter(([, rows]) => rows > 0)
  const totals = Object.entries(batch.totals)
  return (
    <Panel
      title={t('import.summary')}
      lead={
        batch.period_from &&
        batch.period_to &&
        t(batchKey(batch.content, 'covers'), {
          from: formats.day(batch.period_from),
          to: formats.day(batch.period_to),
        })
      }
    >
      <SimpleGrid cols={{ base: 2, sm: 5 }}>
        {counts.map((count) => (
          <Stack key={count} gap={0}>
            <Text fz={28} fw={700} lh={1.2} className="numeric">
              {formats.number(batch[count])}
            </Text>
            <Text size="sm" c="dimmed">
              {t(
                count === 'observations'
                  ? batchKey(batch.content, 'counts.observations')
                  : `import.counts.${count}`,
              )}
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
      <Text>
        {t(batchKey(batch.content, 'plain_words'), {
          rows: batch.rows,
          used: batch.used,
          rejected: batch.rejected,
          skipped: batch.skipped,
          figures: batch.observations,
        })}
      </Text>
      {batch.rows > 0 && (
        <Progress.Root size="lg" aria-hidden>
          <Progress.Section value={(100 * batch.used) / batch.rows} color="teal" />
          <Progress.Section value={(100 * batch.rejected) / batch.rows} color="red" />
          <Progress.Section value={(100 * batch.skipped) / batch.rows} color="gray" />
        </Progress.Root>
      )}
      <Group gap="xs">
        {severities.map(
          ({ severity, count }) =>
            count > 0 && (
              <Group key={severity} gap={6}>
                <SeverityTag severity={severity} />
                <span className="numeric">{formats.number(count)}</span>
              </Group>
            ),
        )}
      </Group>
      {reasons.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{t('import.skipped_because')}</Text>
          <List size="sm">
            {reasons.map(([reason, rows]) => (
              <List.Item key={reason}>
                {t('import.skipped_reason', {
                  reason: names.code('skip_reason', reason),
                  count: rows,
                })}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
      {totals.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{t('import.totals')}</Text>
          <List size="sm" listStyleType="none">
            {totals.map(([indicator, count]) => (
              <List.Item key={indicator}>
                {names.indicator(indicator)}:{' '}
                <span className="numeric">{formats.number(count)}</span>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Panel>
  )
}
