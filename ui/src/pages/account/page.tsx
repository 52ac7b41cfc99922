// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { useAccount } from '@/api/account'
import { useSession } from '@/api/session'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { PasswordPanel } from './password'
import { SecondFactorPanel } from './second_factor'
import { SessionsPanel } from './sessions'
import { TokensPanel } from './tokens'

export function Page() {
  const { t } = useTranslation()
  const { data: session } = useSession()
  const account = useAccount()
  return (
    <PageFrame
      title={t('shell.account')}
      lead={session && `${session.user.name} · ${session.partner.name}`}
    >
      <PasswordPanel />
      <Answer query={account}>
        {({ second_factor, recovery_codes, sessions, tokens }) => (
          <>
            <SecondFactorPanel on={second_factor} codesLeft={recovery_codes} />
            <SessionsPanel sessions={sessions} />
            <TokensPanel tokens={tokens} />
          </>
        )}
      </Answer>
    </PageFrame>
  )
}
