// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { Refusal } from '@/api/problem'
import type { Field } from '@/api/schema_reading'
import { ProblemMessage } from '@/kit/problem_message'
import { UnsavedChanges } from '@/kit/unsaved_changes'
import { FieldInput } from './field_input'
import { fieldLabel } from './field_value'
import { ListedTextsInput, ofListed } from './listed_texts'
import { type Meanwhile, withPart } from './meanwhile'
import { MeanwhileChanged } from './meanwhile_changed'

interface RecordFormProps {
  kind: string // its name in the labels
  fields: Field[]
  before: Record<string, unknown>
  given?: Record<string, unknown> // what the reader comes with, as if typed in
  meanwhile?: Meanwhile // what others have changed, where it was refused for that
  isNewer?: boolean // others have changed it since
  propose?: (said: Record<string, unknown>) => Record<string, unknown> // for what is not said yet
  onChange?: (said: Record<string, unknown>) => void
  error: unknown
  pending: boolean
  onSubmit: (changed: Record<string, unknown>) => void
  onCancel: () => void
}

// Only what was changed is sent, so that two people may change different fields of one record. What
// was refused has the focus; and whoever leaves with something typed in is asked first.
export function RecordForm(props: RecordFormProps) {
  const { kind, fields, before, given = {}, propose, onChange } = props
  const { meanwhile, isNewer = false, error, pending, onSubmit, onCancel } = props
  const { t } = useTranslation()
  const labels = useLabels()
  const [changed, setChanged] = useState(given)
  const form = useRef<HTMLFormElement>(null)
  const isUnsaved = useRef(meanwhile !== undefined)
  const areUnsaved = useCallback(() => isUnsaved.current, [])
  useEffect(() => {
    if (!error) return
    isUnsaved.current = true
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])
  const proposed = propose?.(changed) ?? {}
  const said = { ...before, ...proposed, ...changed }
  const present = (name: string) => said[name as keyof typeof said]
  const isAsked = (name: string) =>
    name === 'shared_with'
      ? present('visibility') === 'restricted'
      : kind !== 'place' || name !== 'site' || present('kind') === 'site'
  const say = (name: string, value: unknown) => {
    isUnsaved.current = true
    setChanged({ ...changed, [name]: value })
    onChange?.({ ...changed, [name]: value })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    isUnsaved.current = false
    // What is no site any more is of no sort of site either.
    const left = before.site && kind === 'place' && !isAsked('site') ? { site: null } : {}
    const sent = Object.fromEntries(
      Object.entries({ ...proposed, ...changed }).filter(([name]) => isAsked(name)),
    )
    onSubmit({ ...ofListed(fields, said, sent), ...left })
  }
  return (
    <form ref={form} onSubmit={submit}>
      <UnsavedChanges areThere={areUnsaved} />
      <Stack maw={640}>
        {meanwhile && (
          <MeanwhileChanged
            kind={kind}
            fields={fields}
            meanwhile={meanwhile}
            onChoose={(part, value) => say(part.name, withPart(said, part, value))}
          />
        )}
        {fields
          .filter(({ name }) => isAsked(name))
          .map((field) => {
            const input = {
              field,
              label: fieldLabel(labels, kind, field.name),
              value: present(field.name),
              error: problemOf(error, field.name),
              within: wordOf(field.within && present(field.within)),
              onChange: (value: unknown) => say(field.name, value),
            }
            if (!field.list) return <FieldInput key={field.name} {...input} />
            const listed = (present(field.list) ?? []) as string[]
            return <ListedTextsInput key={field.name} {...input} listed={listed} />
          })}
        <ProblemMessage error={error} />
        <Text role="status" size="sm" c="dimmed">
          {isNewer && t('records.newer')}
        </Text>
        <Group>
          <Button type="submit" loading={pending} disabled={Object.keys(changed).length === 0}>
            {t('kit.save')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              isUnsaved.current = false
              onCancel()
            }}
          >
            {t('kit.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const wordOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

function problemOf(error: unknown, name: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  return error.problem.fields?.find(({ pointer }) => pointer.split('/')[1] === name)?.message
}
