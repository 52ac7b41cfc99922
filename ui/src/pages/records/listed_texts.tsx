// SPDX-License-Identifier: Apache-2.0
import { Fieldset, Stack, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import type { Field } from '@/api/schema_reading'
import type { FieldInputProps } from './field_input'
import { Reference } from './field_value'
import { useReference } from './record_name'

type Texts = Record<string, string>

// What is said of each record that another member lists, such as the parts of an action's partners.
export function ListedTexts({ plural, texts }: { plural: string; texts: Texts }) {
  return Object.entries(texts).map(([id, text], index) => (
    <Fragment key={id}>
      {index > 0 && ' · '}
      <Reference plural={plural} id={id} />: <bdi>{text}</bdi>
    </Fragment>
  ))
}

// A line for each record that is listed so far; none while there is none.
export function ListedTextsInput(props: FieldInputProps & { listed: string[] }) {
  const { field, label, value, listed, error, onChange } = props
  const texts = (value ?? {}) as Texts
  if (listed.length === 0) return null
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        {listed.map((id, index) => (
          <TextOf
            key={id}
            plural={field.reference}
            id={id}
            text={texts[id] ?? ''}
            error={index === 0 ? error : undefined}
            onChange={(text) => onChange({ ...texts, [id]: text })}
          />
        ))}
      </Stack>
    </Fieldset>
  )
}

interface TextOfProps {
  plural: string
  id: string
  text: string
  error?: string
  onChange: (text: string) => void
}

function TextOf({ plural, id, text, error, onChange }: TextOfProps) {
  return (
    <TextInput
      label={useReference(plural, id).name || id}
      error={error}
      maxLength={300}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

// What is sent: of whoever is listed no more nothing is said.
export function ofListed(fields: Field[], said: Texts | object, sent: Record<string, unknown>) {
  const all = said as Record<string, unknown>
  const texts = fields.filter(({ name, list }) => list && (name in sent || list in sent))
  return {
    ...sent,
    ...Object.fromEntries(
      texts.map(({ name, list = '' }) => [
        name,
        Object.fromEntries(
          Object.entries((all[name] ?? {}) as Texts).filter(([id]) =>
            ((all[list] ?? []) as string[]).includes(id),
          ),
        ),
      ]),
    ),
  }
}
