// SPDX-License-Identifier: Apache-2.0
import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TokenScope, tokenScopes, useMakeToken } from '@/api/account'
import { ProblemMessage } from '@/kit/problem_message'

const mostDays = 366

export function NewToken({ onMade }: { onMade: (token: string) => void }) {
  const { t } = useTranslation()
  const make = useMakeToken()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<TokenScope>('read')
  const [days, setDays] = useState(90)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ name, scope, days }, { onSuccess: ({ token }) => onMade(token) })
  }
  return (
    <Stack component="form" onSubmit={submit} maw={420}>
      <TextInput
        label={t('account.token_name')}
        description={t('account.token_name_hint')}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('account.scope')}
        data={tokenScopes.map((value) => ({ value, label: t(`account.scopes.${value}`) }))}
        allowDeselect={false}
        value={scope}
        onChange={(value) => setScope(tokenScopes.find((each) => each === value) ?? 'read')}
      />
      <NumberInput
        label={t('account.days')}
        min={1}
        max={mostDays}
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value))}
      />
      <ProblemMessage error={make.error} />
      <Group>
        <Button type="submit" variant="default" loading={make.isPending} disabled={!name.trim()}>
          {t('account.make_token')}
        </Button>
      </Group>
    </Stack>
  )
}
