// SPDX-License-Identifier: Apache-2.0
import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { useConfirmSecondFactor } from '@/api/account'
import { ProblemMessage } from '@/kit/problem_message'

interface EnrolmentProps {
  secret: string
  address: string
  onConfirmed: (recoveryCodes: string[]) => void
}

export function Enrolment({ secret, address, onConfirmed }: EnrolmentProps) {
  const { t } = useTranslation()
  const confirm = useConfirmSecondFactor()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(code, { onSuccess: (made) => onConfirmed(made.recovery_codes) })
  }
  return (
    <Stack component="form" onSubmit={submit} maw={420}>
      <Text size="sm">{t('account.scan')}</Text>
      <Picture text={address} label={t('account.picture')} />
      <Text size="sm">{t('account.or_type')}</Text>
      <Code block dir="ltr">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </Code>
      <TextInput
        label={t('sign_in.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <ProblemMessage error={confirm.error} />
      <Group>
        <Button type="submit" loading={confirm.isPending} disabled={!code}>
          {t('account.turn_on')}
        </Button>
      </Group>
    </Stack>
  )
}

// Dark on light in either colour scheme, as telephones expect.
function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={200} height={200}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
