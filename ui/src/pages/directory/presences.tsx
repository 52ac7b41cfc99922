// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Partner, Presence } from '@/api/directory'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { TimeInWords } from '@/charts/time_bars'
import { AddLink } from '@/kit/add_link'
import { Answer } from '@/kit/answer'
import { EditLink } from '@/kit/edit_link'
import { Entries } from '@/kit/entries'
import { ListDownload } from '@/kit/list_download'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

export function Presences({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const of = { partner: partner.id }
  const presences = useAll<Presence>('presences', true, of)
  return (
    <Panel
      title={t('directory.presence')}
      actions={
        <Group gap="xs">
          {!!presences.data?.length && (
            <ListDownload plural="presences" filter={of} of={t('directory.presence')} />
          )}
          <AddLink
            plural="presences"
            given={{ ...of, back: `/directory/${partner.id}` }}
            label={t('directory.add.presences')}
          />
        </Group>
      }
    >
      <Answer query={presences}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed">{t('directory.no_presence')}</Text>
          ) : (
            <Entries>
              {all.map((presence) => (
                <li key={presence.id}>
                  <Place presence={presence} />
                </li>
              ))}
            </Entries>
          )
        }
      </Answer>
    </Panel>
  )
}

function Place({ presence }: { presence: Presence }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const mayChange = useMay('contributor')
  const { since, until, services, capacity, capacity_unit, staff, connectivity } = presence
  const place = names.place(presence.place)
  const amounts = [
    capacity !== null &&
      `${formats.number(capacity)} ${capacity_unit ? names.code('capacity_unit', capacity_unit) : ''}`,
    staff !== null && t('directory.staff', { count: staff }),
    connectivity &&
      t('directory.connectivity', { state: names.code('connectivity', connectivity) }),
  ].filter(Boolean)
  return (
    <>
      <Group gap={6}>
        <Text fw={600}>{place}</Text>
        {(since || until) && (
          <Text size="sm" c="dimmed">
            <TimeInWords begins={since} ends={until} goesOn={!until} />
          </Text>
        )}
        {mayChange && <EditLink plural="presences" id={presence.id} name={place} />}
      </Group>
      {services.length > 0 && (
        <Text size="sm">{services.map((each) => names.code('theme', each)).join(' · ')}</Text>
      )}
      {amounts.length > 0 && (
        <Text size="sm" c="dimmed">
          {amounts.join(' · ')}
        </Text>
      )}
      {presence.note && (
        <Text size="sm" c="dimmed" dir="auto">
          {presence.note}
        </Text>
      )}
    </>
  )
}
