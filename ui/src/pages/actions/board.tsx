// SPDX-License-Identifier: Apache-2.0
import { Button, Menu, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Action, actionStatuses } from '@/api/arrangements'
import { useChange } from '@/api/records'
import { useMay } from '@/api/session'
import { Growing } from '@/kit/growing'
import { IconChevronDown } from '@/kit/icons'
import { PartnerLink } from '@/kit/partner_link'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { ActionLink } from './action_name'
import classes from './board.module.css'
import { Due } from './due'
import { byDue } from './order'

// Cards in a column for each status; a menu on each card moves it, by the keyboard as well.
export function Board({ actions }: { actions: Action[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const change = useChange('actions')
  return (
    <Stack>
      <ProblemMessage error={change.error} />
      <div className={classes.board}>
        {actionStatuses.map((status) => {
          const cards = actions.filter((action) => action.status === status).sort(byDue)
          const title = names.code('action_status', status)
          return (
            <section key={status} className={classes.column} aria-label={title}>
              <Title order={3}>
                {t('actions.counted', { status: title, number: formats.number(cards.length) })}
              </Title>
              <Growing items={cards} atOnce={15}>
                {(shown) => (
                  <ul className={classes.cards}>
                    {shown.map((action) => (
                      <li key={action.id} className={classes.card}>
                        <Card
                          action={action}
                          onMove={(to) =>
                            change.mutate({
                              id: action.id,
                              version: action.version,
                              value: { status: to },
                            })
                          }
                        />
                      </li>
                    ))}
                  </ul>
                )}
              </Growing>
            </section>
          )
        })}
      </div>
    </Stack>
  )
}

function Card({ action, onMove }: { action: Action; onMove: (status: string) => void }) {
  const { t } = useTranslation()
  const names = useNames()
  const mayMove = useMay('contributor')
  return (
    <Stack gap={6} align="flex-start">
      <ActionLink action={action} />
      {action.lead && (
        <Text size="sm">
          <PartnerLink id={action.lead} />
        </Text>
      )}
      <Due action={action} />
      {mayMove && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              rightSection={<IconChevronDown size={14} />}
              aria-label={t('actions.move_named', { name: names.text(action.title) })}
            >
              {t('actions.move')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {actionStatuses
              .filter((status) => status !== action.status)
              .map((status) => (
                <Menu.Item key={status} onClick={() => onMove(status)}>
                  {names.code('action_status', status)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  )
}
