// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router-dom'
import { useFormats } from '@/state/formats'
import { lastDayOfMonth, periodStart } from '@/state/periods'

interface LastReportsProps {
  month: string | null // where nothing is reported of the chosen days, but was before
  from?: string // the parameters of the page that say from when to when, or on which day
  to: string
}

// Where nothing is reported of the chosen time: how far back there is something, and the way there.
export function LastReports({ month, from, to }: LastReportsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { search } = useLocation()
  if (!month) return null
  const there = new URLSearchParams(search)
  if (from) there.set(from, periodStart(month))
  there.set(to, lastDayOfMonth(month))
  return (
    <Text size="sm">
      {t('response.nothing_reported')}{' '}
      <Anchor component={Link} to={{ search: there.toString() }} inherit underline="always">
        {t('response.last_reports', { month: formats.period(month) })}
      </Anchor>
    </Text>
  )
}
