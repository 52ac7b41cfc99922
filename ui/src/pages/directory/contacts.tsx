// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Contact, Partner } from '@/api/directory'
import { useAll } from '@/api/records'
import { AddLink } from '@/kit/add_link'
import { Answer } from '@/kit/answer'
import { Entries } from '@/kit/entries'
import { ListDownload } from '@/kit/list_download'
import { Panel } from '@/kit/panel'
import { ContactEntry } from './contact_entry'

// Whom to turn to; whoever has left is kept for the records only.
export function Contacts({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const of = { partner: partner.id }
  const contacts = useAll<Contact>('contacts', true, of)
  return (
    <Panel
      title={t('directory.contacts')}
      actions={
        <Group gap="xs">
          {!!contacts.data?.length && (
            <ListDownload plural="contacts" filter={of} of={t('directory.contacts')} />
          )}
          <AddLink
            plural="contacts"
            given={{ ...of, back: `/directory/${partner.id}` }}
            label={t('directory.add.contacts')}
          />
        </Group>
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
