// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ApiToken, useDropToken } from '@/api/account'
import { ConfirmButton } from '@/kit/confirm_button'
import { DataTable } from '@/kit/data_table'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { NewToken } from './new_token'
import { ShownOnce } from './shown_once'

export function TokensPanel({ tokens }: { tokens: ApiToken[] }) {
  const { t } = useTranslation()
  const [made, setMade] = useState('')
  if (made)
    return (
      <Panel title={t('account.new_token')} lead={t('account.new_token_lead')}>
        <ShownOnce text={made} onDone={() => setMade('')} />
      </Panel>
    )
  return (
    <Panel title={t('account.tokens')} lead={t('account.tokens_lead')}>
      {tokens.length > 0 ? <TokenTable tokens={tokens} /> : <Text>{t('account.no_tokens')}</Text>}
      <NewToken onMade={setMade} />
    </Panel>
  )
}

function TokenTable({ tokens }: { tokens: ApiToken[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const drop = useDropToken()
  return (
    <DataTable
      stacks
      label={t('account.tokens')}
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', label: t('account.token_name'), cell: ({ name }) => name },
        {
          key: 'scope',
          label: t('account.scope'),
          cell: ({ scope }) => t(`account.scopes.${scope}`),
        },
        {
          key: 'used_at',
          label: t('account.used'),
          cell: ({ used_at }) => (used_at ? formats.day(used_at) : t('account.never')),
        },
        {
          key: 'expires_at',
          label: t('account.ends'),
          cell: ({ expires_at }) => formats.day(expires_at),
        },
        {
          key: 'drop',
          label: '',
          cell: ({ id, name }) => (
            <ConfirmButton
              label={t('account.drop')}
              question={t('account.drop_question', { name })}
              consequence={t('account.drop_consequence')}
              act={() => drop.mutateAsync(id)}
              error={drop.error}
              pending={drop.isPending}
              variant="default"
              size="xs"
              danger
            />
          ),
        },
      ]}
    />
  )
}
