// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { Panel } from '@/kit/panel'
import { useNames } from '@/state/names'
import { ActionTable } from '../actions/action_table'
import { Downloads } from '../actions/downloads'
import { Standing } from '../actions/standing'
import type { TabProps } from './arrangement_page'

// The arrangement's own actions, then those of each group or programme in it.
export function ArrangementActions({ arrangement, data }: TabProps) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <Answer query={data.actions}>
      {() =>
        data.ofFamily.length === 0 ? (
          <Empty title={t('actions.none')}>{t('actions.none_lead')}</Empty>
        ) : (
          <Stack gap="lg">
            <Panel
              title={t('actions.standing')}
              actions={
                <Group gap="md">
                  <Anchor component={Link} to={`/actions?arrangement=${arrangement.id}&view=board`}>
                    {t('actions.as_board')}
                  </Anchor>
                  <Downloads filters={{ arrangement: arrangement.id }} />
                </Group>
              }
            >
              <Standing actions={data.ofFamily} />
            </Panel>
            {data.family.map((each) => {
              const actions = data.ofFamily.filter((action) => action.arrangement === each.id)
              if (actions.length === 0) return null
              const title = names.text(each.title)
              return (
                <Panel key={each.id} title={each === data.family[0] ? t('actions.own') : title}>
                  <ActionTable label={title} actions={actions} without={['arrangement']} />
                </Panel>
              )
            })}
          </Stack>
        )
      }
    </Answer>
  )
}
