// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text, ThemeIcon } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDueFilter } from '@/api/own_entry'
import { useList } from '@/api/records'
import { useMay } from '@/api/session'
import type { Overview } from '@/api/types'
import {
  IconAddressBook,
  IconArrowsDiff,
  IconCalendarDue,
  IconCircleCheck,
  IconFileAlert,
  IconFileImport,
} from '@/kit/icons'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { Task } from './task'

// What needs the reader today; a calm word when nothing does.
export function Waiting({ overview }: { overview: Overview }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const { waiting, disagreements, changed_sheets } = overview
  const due = useCountOfDue()
  const expiring = useCountOfExpiring()
  const quiet = waiting.length + disagreements + changed_sheets.length + due + expiring === 0
  return (
    <Panel title={t('start.today')}>
      {quiet ? (
        <Group gap="sm">
          <ThemeIcon variant="light" color="teal" radius="xl">
            <IconCircleCheck size={18} />
          </ThemeIcon>
          <Text>{t('start.nothing_waits')}</Text>
        </Group>
      ) : (
        <Stack component="ul" gap={0} p={0} m={0}>
          {waiting.map((batch) => (
            <Task
              key={batch.id}
              icon={<IconFileImport size={18} />}
              what={t(batch.used > 0 ? 'start.decide' : 'start.decide_nothing_read', {
                file: batch.file_name,
              })}
              detail={`${names.source(batch.source)} · ${formats.time(batch.received_at)}`}
              to={`/import/${batch.id}`}
              action={t('start.review')}
            />
          ))}
          {disagreements > 0 && (
            <Task
              icon={<IconArrowsDiff size={18} />}
              what={t('start.disagree', { count: disagreements })}
              detail={t('start.disagree_detail')}
              to="/disagreements?ruled=no"
              action={t('start.look')}
            />
          )}
          {changed_sheets.map((sheet) => (
            <Task
              key={sheet.id}
              icon={<IconFileAlert size={18} />}
              what={t('start.changed', { title: names.text(sheet.title) })}
              detail={t('start.changed_detail', { when: formats.time(sheet.printed_at) })}
              to={sheetAddress(sheet)}
              action={t('start.print_again')}
            />
          ))}
          {expiring > 0 && (
            <Task
              icon={<IconCalendarDue size={18} />}
              what={t('start.agreements_expire', { count: expiring })}
              detail={t('start.agreements_expire_detail')}
              to="/arrangements"
              action={t('start.look')}
            />
          )}
          {due > 0 && (
            <Task
              icon={<IconAddressBook size={18} />}
              what={t('start.contacts_due', { count: due })}
              detail={t('start.contacts_due_detail')}
              to="/directory/contacts_due"
              action={t('start.look')}
            />
          )}
        </Stack>
      )}
    </Panel>
  )
}

// Contacts to be confirmed that the reader can see to.
function useCountOfDue(): number {
  const mayAsk = useMay('contributor')
  const filter = useDueFilter()
  return useList('contacts', { ...filter, limit: 1 }, mayAsk).data?.total ?? 0
}

// Agreements to renew, which those who coordinate see to.
function useCountOfExpiring(): number {
  const coordinates = useMay('coordinator')
  return useList('agreements', { expiring: true, limit: 1 }, coordinates).data?.total ?? 0
}

export function sheetAddress(sheet: {
  corridor?: string | null
  place?: string | null
  from: string
  to: string
}): string {
  const subject = sheet.corridor ? `corridor=${sheet.corridor}` : `place=${sheet.place}`
  return `/sheets?${subject}&from=${sheet.from}&to=${sheet.to}`
}
