// SPDX-License-Identifier: Apache-2.0
import { Alert, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Refusal, Unreachable } from '@/api/problem'
import { IconAlertCircle } from '@/kit/icons'

// Why something did not work, in the reader's language: the server's own words where it answered.
export function ProblemMessage({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (!error) return null
  const fields = error instanceof Refusal ? (error.problem.fields ?? []) : []
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertCircle />}
      title={titleOf(error, t)}
      role="alert"
    >
      {fields.length > 0 && (
        <List size="sm">
          {fields.map((field) => (
            <List.Item key={field.pointer + field.code}>{field.message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

function titleOf(error: unknown, t: ReturnType<typeof useTranslation>['t']): string {
  if (error instanceof Refusal) return error.problem.title || t('kit.failed')
  return error instanceof Unreachable ? t('kit.unreachable') : t('kit.failed')
}
