// SPDX-License-Identifier: Apache-2.0
import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Alert, useAlerts } from '@/api/alerts'
import type { Query } from '@/api/client'
import { useFocusOnNew } from '@/kit/focus_on_new'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

const shownAtFirst = 5
const most = 100
const causesShown = 6

// Surges and drops, the latest first; nothing where there is none.
export function Alerts({ query }: { query: Query }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [all, setAll] = useState(false)
  const { data, error } = useAlerts({ ...query, limit: all ? most : shownAtFirst })
  const { box, expect } = useFocusOnNew<HTMLDivElement>(data?.items.length ?? 0)
  if (!data && error)
    return (
      <Panel title={t('alerts.title')}>
        <ProblemMessage error={error} />
      </Panel>
    )
  if (!data?.items.length) return null
  return (
    <Panel title={t('alerts.title')} lead={t('alerts.lead')}>
      <Stack ref={box} gap="lg" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {data.items.map((alert) => (
          <AlertItem key={keyOf(alert)} alert={alert} />
        ))}
      </Stack>
      {data.total > data.items.length && !all && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              expect()
              setAll(true)
            }}
          >
            {data.total > most
              ? t('alerts.latest', { count: most, total: formats.number(data.total) })
              : t('alerts.all', { count: data.total })}
          </Button>
        </Group>
      )}
    </Panel>
  )
}

const keyOf = ({ indicator, place, method, causes }: Alert) =>
  [indicator, place, method, causes[0]?.period].join()

function AlertItem({ alert }: { alert: Alert }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const causes = alert.causes.slice(-causesShown).reverse()
  return (
    <Stack component="li" gap={4}>
      <Group gap="xs">
        <Tag tone={alert.direction === 'surge' ? 'bad' : 'warning'}>
          {names.code('alert_direction', alert.direction)}
        </Tag>
        <Text fw={600}>
          {names.indicator(alert.indicator)} · {names.place(alert.place)}
        </Text>
        {alert.lasting && <Tag tone="quiet">{t('alerts.lasts')}</Tag>}
      </Group>
      <List size="sm" listStyleType="none">
        {causes.map(({ period, count, expected }) => (
          <List.Item key={period}>
            {t('alerts.cause', {
              period: formats.period(period),
              count: formats.number(count),
              expected: formats.number(expected),
            })}
          </List.Item>
        ))}
        {alert.causes.length > causes.length && <List.Item>…</List.Item>}
      </List>
      <Text size="sm" c="dimmed">
        {names.code('alert_method', alert.method)}
      </Text>
    </Stack>
  )
}
