// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ChartFrameProps {
  title: string
  note?: ReactNode
  chart: ReactNode
  table: ReactNode
}

// A picture with the table of the same figures a button away.
export function ChartFrame({ title, note, chart, table }: ChartFrameProps) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="baseline" gap="xs">
        <Stack gap={0}>
          <Title order={2} size="h3">
            {title}
          </Title>
          {note && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
        </Stack>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${t(asTable ? 'charts.as_chart' : 'charts.as_table')}: ${title}`}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'charts.as_chart' : 'charts.as_table')}
        </Button>
      </Group>
      {asTable ? table : chart}
    </Stack>
  )
}
