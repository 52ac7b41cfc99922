// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangePassword } from '@/api/account'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { SecretInput } from './secret_input'

export function PasswordPanel() {
  const { t } = useTranslation()
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          setCurrent('')
          setPassword('')
        },
      },
    )
  }
  return (
    <Panel title={t('sign_in.password')} lead={t('account.password_lead')}>
      <Stack component="form" onSubmit={submit} maw={420}>
        <SecretInput label={t('account.current')} value={current} onChange={setCurrent} />
        <SecretInput label={t('account.new')} value={password} isNew onChange={setPassword} />
        <ProblemMessage error={change.error} />
        {change.isSuccess && (
          <Alert role="status" variant="light" color="green">
            {t('account.password_changed')}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={change.isPending} disabled={!current || !password}>
            {t('account.change_password')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
