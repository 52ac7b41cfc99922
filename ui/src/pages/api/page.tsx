// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { operationsByTag, useDescription } from '@/api/description'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { Panel } from '@/kit/panel'
import { OperationView } from './operation_view'
import { NamedSchema } from './schema_view'

// What programs can ask of the server: every operation and every schema, out of the server's own
// description of them.
export function Page() {
  const { t } = useTranslation()
  const description = useDescription()
  return (
    <PageFrame
      title={t('api.title')}
      lead={
        <>
          {t('api.lead')}{' '}
          <Anchor href="/api/openapi.json" download underline="always">
            openapi.json
          </Anchor>
        </>
      }
    >
      <Answer query={description}>
        {(data) => (
          <>
            {[...operationsByTag(data)].map(([tag, operations]) => (
              <Panel key={tag} title={tag}>
                {operations.map((operation) => (
                  <OperationView key={operation.operationId} operation={operation} />
                ))}
              </Panel>
            ))}
            <Panel title={t('api.schemas')}>
              {Object.entries(data.components.schemas).map(([name, schema]) => (
                <NamedSchema key={name} name={name} schema={schema} />
              ))}
            </Panel>
          </>
        )}
      </Answer>
    </PageFrame>
  )
}
