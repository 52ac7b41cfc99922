// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action, Arrangement } from '@/api/arrangements'
import { useAll } from '@/api/records'
import type { Place } from '@/api/types'
import { Answer } from '@/kit/answer'
import { Entries } from '@/kit/entries'
import { Growing } from '@/kit/growing'
import { Panel } from '@/kit/panel'
import { ActionLink } from '../actions/action_name'
import { ActionStatusTag } from '../actions/action_status_tag'
import { byDue } from '../actions/order'
import { ArrangementLink } from '../arrangements/arrangement_link'
import { StatusTag } from '../arrangements/status_tag'

// The arrangements and actions that name the place itself.
export function Taking({ place }: { place: Place }) {
  const { t } = useTranslation()
  const arrangements = useAll<Arrangement>('arrangements')
  const actions = useAll<Action>('actions', true, { places: place.id })
  return (
    <>
      <Panel title={t('directory.arrangements')}>
        <Answer query={arrangements}>
          {(all) => {
            const here = all.filter(({ places }) => places.includes(place.id))
            if (here.length === 0) return <Text c="dimmed">{t('places.no_arrangements')}</Text>
            return (
              <Entries>
                {here.map((arrangement) => (
                  <li key={arrangement.id}>
                    <Group gap="xs">
                      <ArrangementLink to={arrangement} />
                      <StatusTag status={arrangement.status} />
                    </Group>
                  </li>
                ))}
              </Entries>
            )
          }}
        </Answer>
      </Panel>
      <Panel title={t('navigation.actions')}>
        <Answer query={actions}>
          {(all) =>
            all.length === 0 ? (
              <Text c="dimmed">{t('places.no_actions')}</Text>
            ) : (
              <Growing items={[...all].sort(byDue)} atOnce={20}>
                {(shown) => (
                  <Entries>
                    {shown.map((action) => (
                      <li key={action.id}>
                        <Group gap="xs">
                          <ActionLink action={action} />
                          <ActionStatusTag status={action.status} />
                        </Group>
                      </li>
                    ))}
                  </Entries>
                )}
              </Growing>
            )
          }
        </Answer>
      </Panel>
    </>
  )
}
