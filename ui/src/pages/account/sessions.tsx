// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { type OpenSession, useSignOutEverywhere } from '@/api/account'
import { ConfirmButton } from '@/kit/confirm_button'
import { DataTable } from '@/kit/data_table'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { browserName } from './browser_name'

export function SessionsPanel({ sessions }: { sessions: OpenSession[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const signOut = useSignOutEverywhere()
  return (
    <Panel
      title={t('account.sessions')}
      lead={t('account.sessions_lead')}
      actions={
        <ConfirmButton
          label={t('account.everywhere')}
          question={t('account.everywhere_question')}
          consequence={t('account.everywhere_consequence')}
          act={() => signOut.mutateAsync()}
          error={signOut.error}
          pending={signOut.isPending}
          variant="default"
          danger
        />
      }
    >
      <DataTable
        stacks
        label={t('account.sessions')}
        rows={sessions}
        rowKey={(session, index) => `${session.created_at} ${index}`}
        columns={[
          {
            key: 'agent',
            label: t('account.browser'),
            cell: ({ agent, is_present }) =>
              is_present
                ? t('account.this_one', { browser: browserName(agent, formats) })
                : browserName(agent, formats),
          },
          {
            key: 'created_at',
            label: t('account.since'),
            cell: ({ created_at }) => formats.time(created_at),
          },
          {
            key: 'expires_at',
            label: t('account.ends'),
            cell: ({ expires_at }) => formats.time(expires_at),
          },
        ]}
      />
    </Panel>
  )
}
