// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { Refusal } from '@/api/problem'
import type { Field } from '@/api/schema_reading'
import { ProblemMessage } from '@/kit/problem_message'
import { FieldInput } from './field_input'

interface RecordFormProps {
  kind: string // its name in the labels
  fields: Field[]
  before: Record<string, unknown>
  error: unknown
  pending: boolean
  onSubmit: (changed: Record<string, unknown>) => void
  onCancel: () => void
}

// Only what was changed is sent, so that two people may change different fields of one record.
export function RecordForm(props: RecordFormProps) {
  const { kind, fields, before, error, pending, onSubmit, onCancel } = props
  const { t } = useTranslation()
  const labels = useLabels()
  const [changed, setChanged] = useState<Record<string, unknown>>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(changed)
  }
  return (
    <Stack component="form" onSubmit={submit} maw={640}>
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          label={labels.kinds[kind]?.[field.name] ?? field.name}
          value={field.name in changed ? changed[field.name] : before[field.name]}
          error={problemOf(error, field.name)}
          onChange={(value) => setChanged({ ...changed, [field.name]: value })}
        />
      ))}
      <ProblemMessage error={error} />
      <Group>
        <Button type="submit" loading={pending} disabled={Object.keys(changed).length === 0}>
          {t('kit.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('kit.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function problemOf(error: unknown, name: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  return error.problem.fields?.find(({ pointer }) => pointer.split('/')[1] === name)?.message
}
