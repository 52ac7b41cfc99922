// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Membership } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { useMay } from '@/api/session'
import { TimeInWords } from '@/charts/time_bars'
import { Answer } from '@/kit/answer'
import { EditLink } from '@/kit/edit_link'
import { ListDownload } from '@/kit/list_download'
import { Panel } from '@/kit/panel'
import { PartnerLink } from '@/kit/partner_link'
import { usePartnerNames } from '@/state/partner_names'
import { today } from '@/state/today'
import type { TabProps } from './arrangement_page'
import classes from './members.module.css'
import { membersByRole } from './members_in_order'

export function Members({ data }: TabProps) {
  const { t } = useTranslation()
  const partnerName = usePartnerNames()
  return (
    <Panel
      title={t('arrangements.who')}
      actions={
        !!data.memberships.data?.length && (
          <ListDownload plural="memberships" filter={data.of} of={t('arrangements.who')} />
        )
      }
    >
      <Answer query={data.memberships}>
        {(memberships) =>
          memberships.length === 0 ? (
            <Text c="dimmed">{t('arrangements.no_members')}</Text>
          ) : (
            membersByRole(memberships, today(), partnerName).map(({ role, now, before }) => (
              <Stack key={role} gap={2}>
                <Title order={3}>{t(`arrangements.roles.${role}`)}</Title>
                <ul className={classes.members}>
                  {[...now, ...before].map((member) => (
                    <Member
                      key={member.id}
                      membership={member}
                      name={partnerName(member.partner)}
                      isNow={now.includes(member)}
                    />
                  ))}
                </ul>
              </Stack>
            ))
          )
        }
      </Answer>
    </Panel>
  )
}

interface MemberProps {
  membership: Membership
  name: string
  isNow: boolean
}

function Member({ membership, name, isNow }: MemberProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const mayChange = useMay('coordinator')
  const { id, partner, since, until, votes, chair_order, note } = membership
  const about = [
    chair_order !== null && t('arrangements.turn', { number: chair_order }),
    votes && labels.kinds.membership?.votes,
  ].filter(Boolean)
  const isTimed = !!(since || until)
  return (
    <li className={classes.member}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <div>
          <div>
            <PartnerLink id={partner} />
          </div>
          {(isTimed || about.length > 0) && (
            <div className={classes.quiet}>
              {isTimed && <TimeInWords begins={since} ends={until} goesOn={isNow} />}
              {isTimed && about.length > 0 && ' · '}
              {about.join(' · ')}
            </div>
          )}
        </div>
        {mayChange && <EditLink plural="memberships" id={id} name={name} />}
      </Group>
      {note && (
        <div className={classes.quiet} dir="auto">
          {note}
        </div>
      )}
    </li>
  )
}
