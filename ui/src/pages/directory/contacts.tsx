// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Contact, Partner } from '@/api/directory'
import { useAll } from '@/api/records'
import { AddLink } from '@/kit/add_link'
import { Answer } from '@/kit/answer'
import { Entries } from '@/kit/entries'
import { Panel } from '@/kit/panel'
import { ContactEntry } from './contact_entry'

// Whom to turn to; whoever has left is kept for the records only.
export function Contacts({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const contacts = useAll<Contact>('contacts', true, { partner: partner.id })
  return (
    <Panel
      title={t('directory.contacts')}
      actions={
        <AddLink
          plural="contacts"
          given={{ partner: partner.id, back: `/directory/${partner.id}` }}
          label={t('directory.add.contacts')}
        />
      }
    >
      <Answer query={contacts}>
        {(all) => {
          const present = all.filter(({ left }) => !left)
          if (present.length === 0) return <Text c="dimmed">{t('directory.no_contacts')}</Text>
          return (
            <Entries>
              {present.map((contact) => (
                <li key={contact.id}>
                  <ContactEntry contact={contact} />
                </li>
              ))}
            </Entries>
          )
        }}
      </Answer>
    </Panel>
  )
}
