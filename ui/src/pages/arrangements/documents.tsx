// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { ListDownload } from '@/kit/list_download'
import { Panel } from '@/kit/panel'
import { DocumentTable } from '@/pages/documents/document_table'
import type { ArrangementData } from './arrangement_data'

export function Documents({ data }: { data: Pick<ArrangementData, 'of' | 'documents'> }) {
  const { t } = useTranslation()
  return (
    <Answer query={data.documents}>
      {(documents) =>
        documents.length === 0 ? (
          <Empty title={t('arrangements.no_documents')}>
            {t('arrangements.no_documents_lead')}
          </Empty>
        ) : (
          <Panel
            title={t('arrangements.tabs.documents')}
            actions={
              <ListDownload
                plural="documents"
                filter={data.of}
                of={t('arrangements.tabs.documents')}
              />
            }
          >
            <DocumentTable documents={documents} />
          </Panel>
        )
      }
    </Answer>
  )
}
