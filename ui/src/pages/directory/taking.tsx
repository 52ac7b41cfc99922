// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action, Arrangement, Membership } from '@/api/arrangements'
import type { Partner } from '@/api/directory'
import { useAll } from '@/api/records'
import { Entries } from '@/kit/entries'
import { ListDownload } from '@/kit/list_download'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { ActionLink } from '../actions/action_name'
import { ActionStatusTag } from '../actions/action_status_tag'
import { Due } from '../actions/due'
import { byDue } from '../actions/order'
import { ArrangementLink } from '../arrangements/arrangement_link'
import { StatusTag } from '../arrangements/status_tag'

// The arrangements in which the partner takes part, and what it does there.
export function Taking({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const { data: arrangements = [] } = useAll<Arrangement>('arrangements')
  const of = { partner: partner.id }
  const { data: memberships = [] } = useAll<Membership>('memberships', true, of)
  const { data: actions = [] } = useAll<Action>('actions')
  const rolesIn = (arrangement: string) =>
    memberships
      .filter((each) => each.arrangement === arrangement)
      .map(({ role }) => names.code('member_role', role))
  const taking = arrangements.filter(({ id }) => rolesIn(id).length > 0)
  const own = actions
    .filter(({ lead, partners }) => lead === partner.id || partners.includes(partner.id))
    .sort(byDue)
  return (
    <>
      <Panel
        title={t('directory.arrangements')}
        actions={
          taking.length > 0 && (
            <ListDownload plural="memberships" filter={of} of={t('directory.arrangements')} />
          )
        }
      >
        {taking.length === 0 ? (
          <Text c="dimmed">{t('directory.no_arrangements')}</Text>
        ) : (
          <Entries>
            {taking.map((arrangement) => (
              <li key={arrangement.id}>
                <Group gap="xs">
                  <ArrangementLink to={arrangement} />
                  <StatusTag status={arrangement.status} />
                </Group>
                <Text size="sm" c="dimmed">
                  {formats.list([...new Set(rolesIn(arrangement.id))])}
                </Text>
              </li>
            ))}
          </Entries>
        )}
      </Panel>
      {own.length > 0 && (
        <Panel title={t('directory.actions')}>
          <Entries>
            {own.map((action) => (
              <li key={action.id}>
                <Group gap="xs">
                  <ActionLink action={action} />
                  <ActionStatusTag status={action.status} />
                  {action.lead === partner.id && (
                    <Text size="sm" c="dimmed">
                      {t('directory.leads')}
                    </Text>
                  )}
                </Group>
                <Due action={action} />
              </li>
            ))}
          </Entries>
        </Panel>
      )}
    </>
  )
}
