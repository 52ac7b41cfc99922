// SPDX-License-Identifier: Apache-2.0
import { Alert, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import type { Field } from '@/api/schema_reading'
import type { Language } from '@/api/types'
import { ClashChoice, type Side } from '@/kit/clash_choice'
import { IconAlertCircle } from '@/kit/icons'
import { useFormats } from '@/state/formats'
import { isRightToLeft, languageNames } from '@/state/language'
import { FieldValue, fieldLabel, isEmpty } from './field_value'
import type { Clash, Meanwhile, Part } from './meanwhile'
import { useReference } from './record_name'

interface MeanwhileChangedProps {
  kind: string
  fields: Field[]
  meanwhile: Meanwhile
  onChoose: (part: Part, value: unknown) => void
}

// Says what others have changed while the form was open, and asks what shall stand where both did.
export function MeanwhileChanged(props: MeanwhileChangedProps) {
  const { kind, fields, meanwhile, onChoose } = props
  const { clashes, takenOver } = meanwhile
  const { t } = useTranslation()
  const labels = useLabels()
  const formats = useFormats()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const names = takenOver.map((name) => fieldLabel(labels, kind, name))
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="yellow"
      variant="light"
      icon={<IconAlertCircle />}
      title={t('records.meanwhile')}
      role="alert"
    >
      <Stack gap="sm">
        {names.length > 0 && (
          <Text inherit>{t('records.taken_over', { fields: formats.list(names) })}</Text>
        )}
        {clashes.length > 0 && <Text inherit>{t('records.clashes')}</Text>}
        {clashes.map((clash) => (
          <OneClash
            key={`${clash.name} ${clash.key}`}
            kind={kind}
            field={fields.find(({ name }) => name === clash.name)}
            clash={clash}
            onChoose={(value) => onChoose(clash, value)}
          />
        ))}
      </Stack>
    </Alert>
  )
}

interface OneClashProps {
  kind: string
  field: Field | undefined
  clash: Clash
  onChoose: (value: unknown) => void
}

function OneClash({ kind, field, clash, onChoose }: OneClashProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [side, setSide] = useState<Side>()
  const ofText = useTextName(field, clash.key)
  if (!field) return null
  const label = fieldLabel(labels, kind, field.name)
  const shown = (value: unknown) => {
    if (isEmpty(value)) return t('records.left_empty')
    if (clash.key === undefined) return <FieldValue kind={kind} field={field} value={value} />
    return field.shape === 'local_text' ? (
      <span lang={clash.key} dir={isRightToLeft(clash.key as Language) ? 'rtl' : 'ltr'}>
        {String(value)}
      </span>
    ) : (
      <bdi>{String(value)}</bdi>
    )
  }
  return (
    <ClashChoice
      label={ofText ? `${label} (${ofText})` : label}
      theirs={shown(clash.theirs)}
      yours={shown(clash.yours)}
      chosen={side}
      onChoose={(side) => {
        setSide(side)
        onChoose(clash[side])
      }}
    />
  )
}

// Which of a member's texts: its language, or whom it is said of.
function useTextName(field: Field | undefined, key: string | undefined): string {
  const of = field?.shape === 'listed_texts' ? field.reference : ''
  const { name } = useReference(of, of ? (key ?? '') : '')
  return of || key === undefined ? name : languageNames[key as Language]
}
