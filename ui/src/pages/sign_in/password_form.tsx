// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/api/problem'
import { useSignIn } from '@/api/session'
import { ProblemMessage } from '@/kit/problem_message'
import { CodeInput } from './code_input'

// `onSubmit` is told that something else is tried now.
export function PasswordForm({ onSubmit }: { onSubmit: () => void }) {
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
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
    signIn.mutate(asksForCode ? { name, password, code } : { name, password })
  }
  return (
    <Stack component="form" onSubmit={submit} gap="lg">
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
      {asksForCode && <CodeInput value={code} onChange={setCode} />}
      <Button type="submit" loading={signIn.isPending} fullWidth size="md">
        {t('sign_in.submit')}
      </Button>
    </Stack>
  )
}
