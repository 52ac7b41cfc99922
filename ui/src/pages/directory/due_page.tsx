// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Contact } from '@/api/directory'
import { useDueFilter } from '@/api/own_entry'
import { useAll } from '@/api/records'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { Entries } from '@/kit/entries'
import { Growing } from '@/kit/growing'
import { ListDownload } from '@/kit/list_download'
import { PageFrame } from '@/kit/page'
import { PartnerLinks } from '@/kit/partner_link'
import { ContactEntry } from './contact_entry'

// Entries that nobody has confirmed for a year, the longest unconfirmed first.
export function Page() {
  const { t } = useTranslation()
  const filter = useDueFilter()
  const due = useAll<Contact>('contacts', true, { ...filter, sort: 'confirmed' })
  return (
    <PageFrame
      title={t('directory.due')}
      lead={t('directory.due_lead')}
      actions={<ListDownload plural="contacts" filter={filter} />}
    >
      <Answer query={due}>
        {(contacts) =>
          contacts.length === 0 ? (
            <Empty title={t('directory.due_none')}>{t('directory.due_none_lead')}</Empty>
          ) : (
            <Growing items={longestFirst(contacts)} atOnce={48}>
              {(shown) => (
                <Entries>
                  {shown.map((contact) => (
                    <li key={contact.id}>
                      <Stack gap={2}>
                        <PartnerLinks ids={[contact.partner]} />
                        <ContactEntry contact={contact} />
                      </Stack>
                    </li>
                  ))}
                </Entries>
              )}
            </Growing>
          )
        }
      </Answer>
    </PageFrame>
  )
}

// They come by day, and those never confirmed last of all.
const longestFirst = (contacts: Contact[]) => [
  ...contacts.filter(({ confirmed }) => !confirmed),
  ...contacts.filter(({ confirmed }) => confirmed),
]
