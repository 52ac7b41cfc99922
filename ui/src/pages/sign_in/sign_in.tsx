// SPDX-License-Identifier: Apache-2.0
import { Alert, Loader, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirmOpenid } from '@/api/openid'
import { hasCode } from '@/api/problem'
import { ProblemMessage } from '@/kit/problem_message'
import { OpenidButton, OpenidCodeForm, useReturnFromOpenid } from './openid'
import { PasswordForm } from './password_form'
import classes from './sign_in.module.css'

// Shown in place of the page that was asked for, which opens once somebody has signed in.
export function SignIn({ ended }: { ended: boolean }) {
  const { t } = useTranslation()
  const returned = useReturnFromOpenid()
  useEffect(() => {
    document.title = `${t('sign_in.title')} · Tenpoint`
  }, [t])
  return (
    <div className={classes.place}>
      <Paper withBorder p="xl" radius="lg" w="100%" maw={420}>
        <Stack gap="lg">
          <Stack gap={6}>
            <Title order={1}>{t('sign_in.title')}</Title>
            <Text c="dimmed">{t('sign_in.lead')}</Text>
          </Stack>
          {ended && <Alert variant="light">{t('sign_in.ended')}</Alert>}
          <Ways returned={returned} />
        </Stack>
      </Paper>
    </div>
  )
}

function Ways({ returned }: { returned: ReturnType<typeof useReturnFromOpenid> }) {
  const { t } = useTranslation()
  const confirm = useConfirmOpenid()
  if (returned.isPending || returned.isSuccess)
    return (
      <Stack align="center" gap="sm" mih={120} role="status">
        <Loader />
        <Text>{t('sign_in.openid_finishing')}</Text>
      </Stack>
    )
  // No code helps any more: it took too long, or the account was closed.
  const isOver =
    hasCode(confirm.error, 'openid_refused') || hasCode(confirm.error, 'openid_unknown_account')
  if (hasCode(returned.error, 'second_factor_required') && !isOver)
    return <OpenidCodeForm confirm={confirm} />
  const forget = () => {
    returned.reset()
    confirm.reset()
  }
  return (
    <>
      <ProblemMessage error={confirm.error ?? returned.error} />
      <PasswordForm onSubmit={forget} />
      <OpenidButton />
    </>
  )
}
