// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/api/problem'
import { useSignIn } from '@/api/session'
import { ProblemMessage } from '@/kit/problem_message'
import classes from './sign_in.module.css'

// Shown in place of the page that was asked for, which opens once somebody has signed in.
export function SignIn({ ended }: { ended: boolean }) {
  const { t } = useTranslation()
  const signIn = useSignIn()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  // Known once name and password were right; then the answer says what is still missing.
  const [asksForCode, setAsksForCode] = useState(false)
  const missing = hasCode(signIn.error, 'second_factor_required')
  useEffect(() => {
    if (missing) setAsksForCode(true)
  }, [missing])
  useEffect(() => {
    document.title = `${t('sign_in.title')} · Tenpoint`
  }, [t])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate(asksForCode ? { name, password, code } : { name, password })
  }
  return (
    <div className={classes.place}>
      <Paper component="form" onSubmit={submit} withBorder p="xl" radius="lg" w="100%" maw={420}>
        <Stack gap="lg">
          <Stack gap={6}>
            <Title order={1}>{t('sign_in.title')}</Title>
            <Text c="dimmed">{t('sign_in.lead')}</Text>
          </Stack>
          {ended && <Alert variant="light">{t('sign_in.ended')}</Alert>}
          <ProblemMessage error={missing ? null : signIn.error} />
          <TextInput
            label={t('sign_in.name')}
            autoComplete="username"
            autoCapitalize="none"
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('sign_in.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
          />
          {asksForCode && (
            <TextInput
              label={t('sign_in.code')}
              description={t('sign_in.code_hint')}
              autoComplete="one-time-code"
              dir="ltr"
              autoFocus
              required
              withAsterisk={false}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <Button type="submit" loading={signIn.isPending} fullWidth size="md">
            {t('sign_in.submit')}
          </Button>
        </Stack>
      </Paper>
    </div>
  )
}
