// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { Refusal } from '@/api/problem'
import type { Field } from '@/api/schema_reading'
import { ProblemMessage } from '@/kit/problem_message'
import { FieldInput } from './field_input'
import { fieldLabel } from './field_value'

interface RecordFormProps {
  kind: string // its name in the labels
  fields: Field[]
  before: Record<string, unknown>
  given?: Record<string, unknown> // what the reader comes with, as if typed in
  error: unknown
  pending: boolean
  onSubmit: (changed: Record<string, unknown>) => void
  onCancel: () => void
}

// Only what was changed is sent, so that two people may change different fields of one record.
export function RecordForm(props: RecordFormProps) {
  const { kind, fields, before, given = {}, error, pending, onSubmit, onCancel } = props
  const { t } = useTranslation()
  const labels = useLabels()
  const [changed, setChanged] = useState(given)
  const present = (name: string) => (name in changed ? changed[name] : before[name])
  const isAsked = (name: string) => name !== 'shared_with' || present('visibility') === 'restricted'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(Object.fromEntries(Object.entries(changed).filter(([name]) => isAsked(name))))
  }
  return (
    <Stack component="form" onSubmit={submit} maw={640}>
      {fields
        .filter(({ name }) => isAsked(name))
        .map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            label={fieldLabel(labels, kind, field.name)}
            value={present(field.name)}
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
