// SPDX-License-Identifier: Apache-2.0
import { Stack, Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router-dom'
import { type AnyRecord, useRecord } from '@/api/records'
import { useKindFields } from '@/api/schema'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { hasDocuments, RecordDocuments } from '@/pages/documents/record_documents'
import { NotFound } from '@/shell/page_failed'
import { Details } from './details'
import { History } from './history'
import { type KeptPlural, keptPlural } from './kinds'
import { OwnPage } from './own_page'
import { useRecordName } from './record_name'

export function Page() {
  const { plural, id } = useParams()
  const kept = keptPlural(plural)
  return kept && id ? <RecordPage key={id} plural={kept} id={id} /> : <NotFound />
}

function RecordPage({ plural, id }: { plural: KeptPlural; id: string }) {
  const { t } = useTranslation()
  const recordName = useRecordName()
  const record = useRecord<AnyRecord>(plural, id)
  const schema = useKindFields(plural)
  return (
    <PageFrame
      title={record.data ? recordName(record.data) : t(`navigation.${plural}`)}
      lead={t(`navigation.${plural}`)}
      actions={record.data && <OwnPage plural={plural} record={record.data} />}
    >
      <Answer query={record}>
        {(data) => (
          <Answer query={schema}>
            {(fields) => (
              <Tabs defaultValue="details" keepMounted={false}>
                <Tabs.List mb="lg">
                  <Tabs.Tab value="details">{t('records.details')}</Tabs.Tab>
                  <Tabs.Tab value="history">{t('records.history')}</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="details">
                  <Stack gap="lg">
                    <Details plural={plural} record={data} fields={fields} />
                    {hasDocuments(plural) && (
                      <RecordDocuments
                        plural={plural}
                        record={data}
                        back={`/records/${plural}/${id}`}
                      />
                    )}
                  </Stack>
                </Tabs.Panel>
                <Tabs.Panel value="history">
                  <History plural={plural} id={id} fields={[...fields.shown, ...fields.sharing]} />
                </Tabs.Panel>
              </Tabs>
            )}
          </Answer>
        )}
      </Answer>
    </PageFrame>
  )
}
