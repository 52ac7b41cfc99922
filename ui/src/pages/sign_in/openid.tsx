// SPDX-License-Identifier: Apache-2.0
import { Button, Divider, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router-dom'
import {
  useBeginOpenid,
  type useConfirmOpenid,
  useFinishOpenid,
  useProviderName,
} from '@/api/openid'
import { ProblemMessage } from '@/kit/problem_message'
import { CodeInput } from './code_input'
import { openidReturnPath } from './openid_return_path'

// Hands over what came back with the browser, once, and takes it out of the address.
export function useReturnFromOpenid() {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const finish = useFinishOpenid()
  const { mutate } = finish
  useEffect(() => {
    if (pathname !== openidReturnPath) return
    const came = new URLSearchParams(search)
    const word = (name: string) => came.get(name) ?? undefined
    // Without a state it is refused, and the reader told so.
    const state = word('state') ?? '-'
    mutate({ state, code: word('code'), error: word('error'), iss: word('iss') })
    navigate('/', { replace: true })
  }, [pathname, search, mutate, navigate])
  return finish
}

// The page that was asked for, unless its address is longer than the server takes back.
const longestReturn = 1000
const returnTo = (here: string) => (here.length > longestReturn ? '/' : here)

// Nothing where the node has no provider.
export function OpenidButton() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const provider = useProviderName()
  const begin = useBeginOpenid()
  if (!provider.data) return null
  return (
    <Stack gap="lg">
      <Divider label={t('sign_in.or')} />
      <ProblemMessage error={begin.error} />
      <Button
        variant="default"
        fullWidth
        size="md"
        loading={begin.isPending}
        onClick={() => begin.mutate({ return_to: returnTo(pathname + search) })}
      >
        {t('sign_in.openid', { name: provider.data })}
      </Button>
    </Stack>
  )
}

// The provider has vouched for somebody whose account asks for a code as well.
export function OpenidCodeForm({ confirm }: { confirm: ReturnType<typeof useConfirmOpenid> }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(code)
  }
  return (
    <Stack component="form" onSubmit={submit} gap="lg">
      <Text>{t('sign_in.openid_code_lead')}</Text>
      <ProblemMessage error={confirm.error} />
      <CodeInput value={code} onChange={setCode} />
      <Button type="submit" loading={confirm.isPending} fullWidth size="md">
        {t('sign_in.submit')}
      </Button>
    </Stack>
  )
}
