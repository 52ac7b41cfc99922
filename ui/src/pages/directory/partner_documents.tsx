// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentEntry } from '@/api/arrangements'
import type { Partner } from '@/api/directory'
import { useAll } from '@/api/records'
import { Answer } from '@/kit/answer'
import { Panel } from '@/kit/panel'
import { DocumentTable } from '@/pages/documents/document_table'
import { AddLink } from './add_link'

export function PartnerDocuments({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const documents = useAll<DocumentEntry>('documents', true, { partner: partner.id })
  return (
    <Panel
      title={t('arrangements.tabs.documents')}
      actions={<AddLink plural="documents" partner={partner.id} />}
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
