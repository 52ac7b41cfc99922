// SPDX-License-Identifier: Apache-2.0
import {
  Fieldset,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Query } from '@/api/client'
import { useLabels } from '@/api/labels'
import { type AnyRecord, type Plural, useAll } from '@/api/records'
import type { Field } from '@/api/schema_reading'
import type { LocalText } from '@/api/types'
import { PlaceSelect, PlacesSelect } from '@/kit/place_select'
import { languageNames, languages } from '@/state/language'
import { periodPattern } from '@/state/periods'
import { wordLabel } from './field_value'
import { useRecordName } from './record_name'

export interface FieldInputProps {
  field: Field
  label: string
  value: unknown
  error?: string
  within?: string // what the record has of the member that the field is within
  onChange: (value: unknown) => void
}

// The input that suits a field, by its description alone.
export function FieldInput(props: FieldInputProps) {
  const { field, label, value, error, onChange } = props
  const { t } = useTranslation()
  const text = typeof value === 'string' ? value : ''
  const common = { label, error, required: field.required }
  const say = (word: string) => onChange(word === '' && field.optional ? null : word)
  switch (field.shape) {
    case 'local_text':
      return <LocalTextInput {...props} />
    case 'reference':
      if (field.reference === 'places') return <PlaceInput {...props} />
      return <ChoiceInput {...props} />
    case 'choice':
    case 'country':
      return <ChoiceInput {...props} />
    case 'flag':
      return (
        <Switch
          label={label}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(number) => onChange(number === '' ? null : Number(number))}
        />
      )
    case 'date':
      return (
        <TextInput
          {...common}
          type="date"
          value={text}
          onChange={(event) => say(event.currentTarget.value)}
        />
      )
    case 'period':
      return (
        <TextInput
          {...common}
          description={t('records.period_hint')}
          dir="ltr"
          pattern={periodPattern}
          title={t('records.period_hint')}
          value={text}
          onChange={(event) => say(event.currentTarget.value.trim())}
        />
      )
    case 'password':
      return (
        <PasswordInput
          {...common}
          autoComplete="new-password"
          value={text}
          onChange={(event) => say(event.currentTarget.value)}
        />
      )
    case 'web_address':
      return (
        <TextInput
          {...common}
          inputMode="url"
          dir="ltr"
          value={text}
          onChange={(event) => say(event.currentTarget.value.trim())}
        />
      )
    default:
      return (field.maxLength ?? 0) > 300 ? (
        <Textarea
          {...common}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => say(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...common} value={text} onChange={(event) => say(event.currentTarget.value)} />
      )
  }
}

function LocalTextInput({ field, label, value, error, onChange }: FieldInputProps) {
  const texts = (value ?? {}) as LocalText
  const isLong = field.maxLength === undefined // a text of several lines
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        {languages.map((language, index) => {
          const common = {
            label: languageNames[language],
            lang: language,
            dir: language === 'ar' ? 'rtl' : 'ltr',
            error: index === 0 && error,
            required: field.required && language === 'en',
            withAsterisk: false,
            value: texts[language] ?? '',
            onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
              onChange({ ...texts, [language]: event.currentTarget.value }),
          }
          return isLong ? (
            <Textarea key={language} autosize minRows={1} {...common} />
          ) : (
            <TextInput key={language} {...common} />
          )
        })}
      </Stack>
    </Fieldset>
  )
}

function ChoiceInput(input: FieldInputProps) {
  const { field, label, error, within } = input
  const data = useChoices(field, within)
  const one = useOneOf(input)
  const common = { label, error, data, required: field.required, searchable: true, limit: 300 }
  return field.many ? (
    <MultiSelect {...common} {...manyOf(input)} />
  ) : (
    <Select {...common} {...one} />
  )
}

function PlaceInput(input: FieldInputProps) {
  const { field, label, error } = input
  const one = useOneOf(input)
  const common = { label, error, required: field.required }
  return field.many ? (
    <PlacesSelect {...common} {...manyOf(input)} />
  ) : (
    <PlaceSelect {...common} {...one} />
  )
}

const manyOf = ({ value, onChange }: FieldInputProps) => ({
  value: (value as string[] | undefined) ?? [],
  onChange,
})

// What need not be chosen can be taken back.
function useOneOf({ field, label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation()
  return {
    value: (value as string | null | undefined) ?? null,
    onChange,
    allowDeselect: !field.required,
    clearable: !field.required,
    clearButtonProps: { 'aria-label': t('records.clear', { field: label }) },
  }
}

// Of records those that go with what else is said, as the server asks it.
function useChoices(field: Field, within?: string): { value: string; label: string }[] {
  const labels = useLabels()
  const recordName = useRecordName()
  const refers = field.shape === 'reference'
  const narrowed: Query = field.within && within ? { [field.within]: within } : {}
  const { data: records } = useAll<AnyRecord>(field.reference as Plural, refers, narrowed)
  if (refers)
    return (records ?? []).map((record) => ({ value: record.id, label: recordName(record) }))
  if (field.shape === 'country')
    return Object.entries(labels.countries)
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label))
  return field.words.map((word) => ({ value: word, label: wordLabel(labels, field, word) }))
}
