// SPDX-License-Identifier: Apache-2.0
import { Anchor, Code } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Mapping } from '@/api/import_types'
import { useLabels } from '@/api/labels'
import type { Field } from '@/api/schema_reading'
import type { Labels, LocalText } from '@/api/types'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { ColumnMeanings } from './column_meanings'
import { useReferenceName } from './record_name'

// The label of a word: of the code list that has all the words of the field.
export function wordLabel(labels: Labels, field: Field, word: string): string {
  const list = Object.values(labels.codes).find((each) => field.words.every((one) => one in each))
  return list?.[word] ?? word
}

// The label of a kind's member, or of one that all kinds have. A password is asked for, its hash kept.
export function fieldLabel({ kinds }: Labels, kind: string, name: string): string {
  const own = kinds[kind]
  return own?.[name] ?? kinds.record?.[name] ?? own?.[`${name}_hash`] ?? name
}

// Nothing was said: what is no, or nought, was.
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

export function FieldValue({ field, value }: { field: Field; value: unknown }) {
  if (isEmpty(value)) return null
  if (field.many && Array.isArray(value)) {
    return value.map((item, index) => (
      <Fragment key={String(item)}>
        {index > 0 && ' · '}
        <FieldValue field={{ ...field, many: false }} value={item} />
      </Fragment>
    ))
  }
  return <SingleValue field={field} value={value} />
}

function SingleValue({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const labels = useLabels()
  const text = String(value)
  switch (field.shape) {
    case 'reference':
      return <Reference plural={field.reference} id={text} />
    case 'local_text':
      return <bdi>{names.text(value as LocalText)}</bdi>
    case 'choice':
      return wordLabel(labels, field, text)
    case 'country':
      return names.country(text)
    case 'flag':
      return t(value ? 'records.yes' : 'records.no')
    case 'date':
      return formats.day(text)
    case 'period':
      return formats.period(text)
    case 'time':
      return formats.time(text)
    case 'number':
      return typeof value === 'number' ? formats.number(value) : text
    case 'mapping':
      return <ColumnMeanings mapping={value as Mapping} />
    case 'object':
      return Object.keys(value as object).length > 0 ? (
        <Code block>{JSON.stringify(value, null, 1)}</Code>
      ) : null
    default:
      return /^https?:\/\//.test(text) ? (
        <Anchor href={text} rel="noreferrer noopener" target="_blank">
          {text}
        </Anchor>
      ) : (
        <bdi>{text}</bdi> // in whatever language it was written
      )
  }
}

function Reference({ plural, id }: { plural: string; id: string }) {
  const name = useReferenceName(plural, id)
  return (
    <Anchor component={Link} to={`/records/${plural}/${id}`}>
      {name || id}
    </Anchor>
  )
}
