// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBeginSecondFactor, useRemoveSecondFactor } from '@/api/account'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { Enrolment } from './enrolment'
import { SecretInput } from './secret_input'
import { ShownOnce } from './shown_once'

interface SecondFactorProps {
  on: boolean
  codesLeft: number
}

// Turned on in three steps: the password, the picture for the telephone, a code from it. The
// recovery codes are shown once, and stay until the reader has put them away.
export function SecondFactorPanel({ on, codesLeft }: SecondFactorProps) {
  const { t } = useTranslation()
  const begin = useBeginSecondFactor()
  const remove = useRemoveSecondFactor()
  const [codes, setCodes] = useState<string[]>([])
  if (codes.length > 0)
    return (
      <Panel title={t('account.recovery')} lead={t('account.recovery_lead')}>
        <ShownOnce text={codes.join('\n')} onDone={() => setCodes([])} />
      </Panel>
    )
  return (
    <Panel title={t('account.second_factor')} lead={t('account.second_factor_lead')}>
      <Text fw={600}>{on ? t('account.on', { count: codesLeft }) : t('account.off')}</Text>
      {!on && begin.data ? (
        <Enrolment
          {...begin.data}
          onConfirmed={(made) => {
            setCodes(made)
            begin.reset()
          }}
        />
      ) : (
        <WithPassword
          key={String(on)}
          label={t(on ? 'account.turn_off' : 'account.turn_on')}
          error={(on ? remove : begin).error}
          pending={(on ? remove : begin).isPending}
          onSubmit={(password) => (on ? remove.mutate(password) : begin.mutate(password))}
        />
      )}
    </Panel>
  )
}

interface WithPasswordProps {
  label: string
  error: unknown
  pending: boolean
  onSubmit: (password: string) => void
}

function WithPassword({ label, error, pending, onSubmit }: WithPasswordProps) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(password)
  }
  return (
    <Stack component="form" onSubmit={submit} maw={420}>
      <SecretInput label={t('account.confirm_by')} value={password} onChange={setPassword} />
      <ProblemMessage error={error} />
      <Group>
        <Button type="submit" variant="default" loading={pending} disabled={!password}>
          {label}
        </Button>
      </Group>
    </Stack>
  )
}
