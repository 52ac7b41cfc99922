// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Contact, Partner } from '@/api/directory'
import { useLabels } from '@/api/labels'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { EditLink } from '@/kit/edit_link'
import { Panel } from '@/kit/panel'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import { AddLink } from './add_link'
import classes from './directory.module.css'
import { isStale } from './staleness'

// Whom to turn to; whoever has left is kept for the records only.
export function Contacts({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const contacts = useAll<Contact>('contacts', true, { partner: partner.id })
  return (
    <Panel
      title={t('directory.contacts')}
      actions={<AddLink plural="contacts" partner={partner.id} />}
    >
      <Answer query={contacts}>
        {(all) => {
          const present = all.filter(({ left }) => !left)
          if (present.length === 0) return <Text c="dimmed">{t('directory.no_contacts')}</Text>
          return (
            <ul className={classes.list}>
              {present.map((contact) => (
                <li key={contact.id}>
                  <Entry contact={contact} />
                </li>
              ))}
            </ul>
          )
        }}
      </Answer>
    </Panel>
  )
}

function Entry({ contact }: { contact: Contact }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const formats = useFormats()
  const mayChange = useMay('contributor')
  const { name, position, email, telephone, themes, confirmed } = contact
  const title = name || position || t('directory.unnamed')
  const stale = isStale(confirmed, today())
  return (
    <>
      <Group gap={6}>
        <Text fw={600}>{title}</Text>
        {contact.focal_point && (
          <Tag tone="accent">{labels.kinds.contact?.focal_point ?? 'focal_point'}</Tag>
        )}
        <Tag tone="quiet">{names.code('contact_level', contact.level)}</Tag>
        {mayChange && <EditLink plural="contacts" id={contact.id} name={title} />}
      </Group>
      {name && position && <Text size="sm">{position}</Text>}
      <Group gap="md" fz="sm">
        {email && (
          <Anchor href={`mailto:${email}`} fz="sm" dir="ltr">
            {email}
          </Anchor>
        )}
        {telephone && (
          <Anchor href={`tel:${telephone.replace(/[^+\d]/g, '')}`} fz="sm" dir="ltr">
            {telephone}
          </Anchor>
        )}
      </Group>
      {themes.length > 0 && (
        <Text size="sm" c="dimmed">
          {themes.map((each) => names.code('theme', each)).join(' · ')}
        </Text>
      )}
      <Group gap={6} fz="sm">
        <Text size="sm" c="dimmed">
          {confirmed
            ? t('directory.confirmed', { when: formats.day(confirmed) })
            : t('directory.never_confirmed')}
        </Text>
        {stale && <Tag tone="warning">{t('directory.stale')}</Tag>}
      </Group>
    </>
  )
}
