// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Contact } from '@/api/directory'
import { useLabels } from '@/api/labels'
import { useMayAsk } from '@/api/own_entry'
import { useMay } from '@/api/session'
import { EditLink } from '@/kit/edit_link'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import { LinkButton } from './link_dialog'
import { isStale } from './staleness'

// High enough for a finger.
const reach = { fz: 'sm', lh: '1.5rem', display: 'inline-block', dir: 'ltr' } as const

// Whom to turn to for what, and since when nobody has said that it is still right.
export function ContactEntry({ contact }: { contact: Contact }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const formats = useFormats()
  const mayChange = useMay('contributor')
  const mayAsk = useMayAsk(contact)
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
        {mayAsk && <LinkButton contact={contact} name={title} />}
      </Group>
      {name && position && <Text size="sm">{position}</Text>}
      <Group gap="md" fz="sm">
        {email && (
          <Anchor href={`mailto:${email}`} {...reach}>
            {email}
          </Anchor>
        )}
        {telephone && (
          <Anchor href={`tel:${telephone.replace(/[^+\d]/g, '')}`} {...reach}>
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
      {mayAsk && <LinkState contact={contact} />}
    </>
  )
}

// What became of the link that the contact was sent.
function LinkState({ contact }: { contact: Contact }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { link_made, link_expires, link_used } = contact
  if (!link_made) return null
  const made = formats.time(link_made)
  const isOpen = link_expires !== null && link_expires > new Date().toISOString()
  const state = link_used
    ? t('directory.link_used', { when: formats.time(link_used) })
    : isOpen
      ? t('directory.link_open', { made, until: formats.time(link_expires) })
      : t('directory.link_over', { made })
  return (
    <Text size="sm" c="dimmed">
      {state}
    </Text>
  )
}
