// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from '@mantine/core'
import { createContext, Fragment, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Mapping } from '@/api/import_types'
import { useLabels } from '@/api/labels'
import type { Field, Shape } from '@/api/schema_reading'
import type { Labels, LocalText } from '@/api/types'
import { Fact, Facts } from '@/kit/facts'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { ColumnMeanings } from './column_meanings'
import { ListedTexts } from './listed_texts'
import { useReference } from './record_name'

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

interface ValueProps {
  kind: string // whose member it is
  field: Field
  value: unknown
}

export function FieldValue({ kind, field, value }: ValueProps) {
  if (isEmpty(value)) return null
  if (field.many && Array.isArray(value)) {
    return value.map((item, index) => (
      <Fragment key={String(item)}>
        {index > 0 && ' · '}
        <FieldValue kind={kind} field={{ ...field, many: false }} value={item} />
      </Fragment>
    ))
  }
  return <SingleValue kind={kind} field={field} value={value} />
}

function SingleValue({ kind, field, value }: ValueProps) {
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
    case 'listed_texts':
      return <ListedTexts plural={field.reference} texts={value as Record<string, string>} />
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
      return <Parts kind={kind} members={field.members ?? []} value={value as object} />
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

const shapeOfUnknown = (value: unknown): Shape => {
  if (typeof value === 'object') return 'object'
  return typeof value === 'number' ? 'number' : 'text'
}

// What an object says, one a line: its known members in their order, else whatever it has.
function Parts({ kind, members, value }: { kind: string; members: Field[]; value: object }) {
  const labels = useLabels()
  const known = members.map(({ name }) => name)
  const others = Object.entries(value)
    .filter(([name]) => !known.includes(name))
    .map(([name, part]) => ({ ...unknownMember, name, shape: shapeOfUnknown(part) }))
  const said = Object.fromEntries(Object.entries(value))
  return (
    <Facts>
      {[...members, ...others]
        .filter(({ name }) => !isEmpty(said[name]))
        .map((member) => (
          <Fact key={member.name} label={<bdi>{fieldLabel(labels, kind, member.name)}</bdi>}>
            <FieldValue kind={kind} field={member} value={said[member.name]} />
          </Fact>
        ))}
    </Facts>
  )
}

const unknownMember = { many: false, optional: true, required: false, words: [], reference: '' }

// Partners that were merged away, with those that stand for them now, as far as it is known here.
export const MergedInto = createContext<ReadonlyMap<string, string>>(new Map())

export function Reference({ plural, id }: { plural: string; id: string }) {
  const { t } = useTranslation()
  const { name, isGone } = useReference(plural, id)
  const into = useContext(MergedInto).get(id)
  if (isGone && name) return <bdi>{name}</bdi>
  if (isGone && into) return <Merged into={into} />
  if (isGone)
    return (
      <Text span inherit c="dimmed">
        {t('records.gone')}
      </Text>
    )
  return (
    <Anchor component={Link} to={`/records/${plural}/${id}`}>
      {name || '…'}
    </Anchor>
  )
}

function Merged({ into }: { into: string }) {
  const { t } = useTranslation()
  const { name } = useReference('partners', into)
  return (
    <Anchor component={Link} to={`/directory/${into}`}>
      {t('records.merged_into', { name: name || '…' })}
    </Anchor>
  )
}
