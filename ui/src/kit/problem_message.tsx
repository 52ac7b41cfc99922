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
  const own = error instanceof Refusal ? error.problem.title : ''
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertCircle />}
      title={own || t(error instanceof Unreachable ? 'kit.unreachable' : 'kit.failed')}
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
