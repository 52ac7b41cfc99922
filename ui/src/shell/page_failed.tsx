// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useRouteError } from 'react-router-dom'
import { PageFrame } from '@/kit/page'
import { ProblemMessage } from '@/kit/problem_message'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <PageFrame title={t('shell.not_found')} lead={t('shell.not_found_lead')}>
      <Text>
        <Button component={Link} to="/" variant="light">
          {t('shell.to_start')}
        </Button>
      </Text>
    </PageFrame>
  )
}

// A page that could not be fetched, or that broke: never a blank screen.
export function PageFailed() {
  const { t } = useTranslation()
  const error = useRouteError()
  return (
    <PageFrame title={t('shell.broken')} lead={t('shell.broken_lead')}>
      <ProblemMessage error={error} />
      <Text>
        <Button onClick={() => window.location.reload()}>{t('shell.reload')}</Button>
      </Text>
    </PageFrame>
  )
}
