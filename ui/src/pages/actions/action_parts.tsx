// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { useAll } from '@/api/records'
import { Panel } from '@/kit/panel'
import { ActionLink } from './action_name'
import { ActionTable } from './action_table'

// What the action is a part of, and what its own parts are; nothing where it stands alone.
export function ActionParts({ action }: { action: Action }) {
  const { t } = useTranslation()
  const { data: siblings = [] } = useAll<Action>('actions', true, {
    arrangement: action.arrangement,
  })
  const whole = siblings.find(({ id }) => id === action.parent)
  const parts = siblings.filter(({ parent }) => parent === action.id)
  if (!whole && parts.length === 0) return null
  return (
    <Panel title={t('actions.parts')}>
      {whole && (
        <Group gap={6}>
          <Text c="dimmed">{t('actions.part_of')}</Text>
          <ActionLink action={whole} />
        </Group>
      )}
      {parts.length > 0 && (
        <ActionTable label={t('actions.parts')} actions={parts} without={['arrangement']} />
      )}
    </Panel>
  )
}
