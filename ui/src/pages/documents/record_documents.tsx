// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentEntry } from '@/api/arrangements'
import { useAll } from '@/api/records'
import { AddLink } from '@/kit/add_link'
import { Answer } from '@/kit/answer'
import { ListDownload } from '@/kit/list_download'
import { Panel } from '@/kit/panel'
import { DocumentTable } from './document_table'

// What a document can belong to, as it is called there, beside arrangements and actions, whose
// pages have a tab for documents.
const subjects = {
  agreements: 'agreement',
  reviews: 'review',
  submissions: 'submission',
  partners: 'partner',
  places: 'place',
  sources: 'source',
} as const

export type DocumentSubject = keyof typeof subjects

export const hasDocuments = (plural: string): plural is DocumentSubject => plural in subjects

interface RecordDocumentsProps {
  plural: DocumentSubject
  // One of an arrangement, or of an action within it, has its documents there as well.
  record: { id: string; arrangement?: unknown; action?: unknown }
  back: string
}

export function RecordDocuments({ plural, record, back }: RecordDocumentsProps) {
  const { t } = useTranslation()
  const of = { [subjects[plural]]: record.id }
  const documents = useAll<DocumentEntry>('documents', true, of)
  const { arrangement, action } = record
  const given = { ...of, ...idsOf({ arrangement, action }), back }
  return (
    <Panel
      title={t('arrangements.tabs.documents')}
      actions={
        <Group gap="xs">
          {!!documents.data?.length && (
            <ListDownload plural="documents" filter={of} of={t('arrangements.tabs.documents')} />
          )}
          <AddLink plural="documents" given={given} label={t('documents.add')} />
        </Group>
      }
    >
      <Answer query={documents}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed">{t('arrangements.no_documents')}</Text>
          ) : (
            <DocumentTable documents={all} />
          )
        }
      </Answer>
    </Panel>
  )
}

const idsOf = (members: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(members).filter(
      (member): member is [string, string] => typeof member[1] === 'string',
    ),
  )
