// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedOperation, Parameter } from '@/api/description'
import { DataTable } from '@/kit/data_table'
import classes from './api.module.css'
import { SchemaView, TypeName, words } from './schema_view'

// One operation, opened by whoever wants to know more; only then its details are drawn, since a page
// of all of them would keep a telephone busy. Names, methods and types are what a program writes, so
// they stand from left to right in every language.
export function OperationView({ operation }: { operation: NamedOperation }) {
  const [wasOpened, setWasOpened] = useState(false)
  const { method, path, summary } = operation
  return (
    <details
      className={classes.operation}
      id={operation.operationId}
      onToggle={() => setWasOpened(true)}
    >
      <summary className={classes.summary}>
        <code dir="ltr" className={classes.address}>
          <b>{method.toUpperCase()}</b> {path}
        </code>
        <span className={classes.sentence}>{summary}</span>
      </summary>
      {wasOpened && <Details operation={operation} />}
    </details>
  )
}

function Details({ operation }: { operation: NamedOperation }) {
  const { t } = useTranslation()
  const { summary, parameters = [], requestBody, responses } = operation
  return (
    <Stack gap="md" className={classes.details}>
      <Text size="sm" c="dimmed">
        {t(isPublic(operation) ? 'api.public' : 'api.signed_in')}
      </Text>
      {parameters.length > 0 && <Parameters parameters={parameters} of={summary} />}
      {requestBody && (
        <section>
          <Title order={3} size="h5">
            {t('api.body')}
          </Title>
          <Contents content={requestBody.content} />
        </section>
      )}
      <section>
        <Title order={3} size="h5">
          {t('api.answers')}
        </Title>
        {Object.entries(responses).map(([status, response]) => (
          <div key={status} className={classes.answer}>
            <code dir="ltr">{status}</code>
            <div>
              <Text size="sm" className={classes.lines}>
                <WithCode>{response.description}</WithCode>
              </Text>
              <Contents content={response.content} />
            </div>
          </div>
        ))}
      </section>
    </Stack>
  )
}

const isPublic = ({ security }: NamedOperation) =>
  security.some((way) => Object.keys(way).length === 0)

function Parameters({ parameters, of }: { parameters: Parameter[]; of: string }) {
  const { t } = useTranslation()
  return (
    <section>
      <Title order={3} size="h5">
        {t('api.parameters')}
      </Title>
      <DataTable
        label={`${t('api.parameters')}: ${of}`}
        rows={parameters}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: t('api.name'), cell: ({ name }) => <code dir="ltr">{name}</code> },
          { key: 'in', label: t('api.place'), cell: (each) => <code dir="ltr">{each.in}</code> },
          { key: 'type', label: t('api.type'), cell: ({ schema }) => <TypeName schema={schema} /> },
          {
            key: 'required',
            label: t('api.required'),
            cell: ({ required }) => (required ? t('api.yes') : ''),
          },
          {
            key: 'choices',
            label: t('api.choices'),
            cell: ({ schema }) => <code dir="ltr">{words(schema)}</code>,
          },
        ]}
      />
    </section>
  )
}

// What a description sets between backticks is code.
function WithCode({ children }: { children: string }) {
  return children.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text stays as it is
      <code key={at} dir="ltr">
        {part}
      </code>
    ),
  )
}

type Content = NonNullable<NamedOperation['requestBody']>['content']

function Contents({ content = {} }: { content?: Content }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <div key={type}>
      <code dir="ltr">{type}: </code>
      <TypeName schema={schema} />
      <SchemaView schema={schema} />
    </div>
  ))
}
