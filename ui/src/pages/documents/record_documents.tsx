// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { DocumentEntry } from '@/api/arrangements'
import { address } from '@/api/client'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { IconPlus } from '@/kit/icons'
import { Panel } from '@/kit/panel'
import { DocumentTable } from './document_table'

// What a document can belong to, as it is called there, beside arrangements and actions, whose
// pages have a tab for documents.
const subjects = {
  agreements: 'agreement',
  reviews: 'review',
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
  return (
    <Panel
      title={t('arrangements.tabs.documents')}
      actions={<Add to={{ ...of, ...idsOf({ arrangement, action }), back }} />}
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

function Add({ to }: { to: Record<string, string> }) {
  const { t } = useTranslation()
  const mayAdd = useMay('contributor')
  if (!mayAdd) return null
  return (
    <Button
      component={Link}
      to={address('/records/documents/new', to)}
      variant="default"
      size="xs"
      leftSection={<IconPlus size={16} />}
    >
      {t('documents.add')}
    </Button>
  )
}
