// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import type { Language } from '@/api/types'
import { languageNames } from '@/state/language'

export interface NewNames {
  code: string
  title: string // in the reader's language
}

interface NameInputsProps {
  names: NewNames
  onChange: (names: NewNames) => void
}

// What a new arrangement is referred to by and called. Its title in other languages is added to
// its record.
export function NameInputs({ names, onChange }: NameInputsProps) {
  const { i18n } = useTranslation()
  const labels = useLabels()
  const member = (name: string) => labels.kinds.arrangement?.[name] ?? name
  const language = i18n.language as Language
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        label={member('code')}
        required
        maxLength={60}
        data-autofocus
        value={names.code}
        onChange={(event) => onChange({ ...names, code: event.currentTarget.value })}
      />
      <TextInput
        label={`${member('title')} (${languageNames[language]})`}
        required
        maxLength={300}
        value={names.title}
        onChange={(event) => onChange({ ...names, title: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
