// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface CodeInputProps {
  value: string
  onChange: (code: string) => void
}

// For a code of the second factor, or one on paper.
export function CodeInput({ value, onChange }: CodeInputProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('sign_in.code')}
      description={t('sign_in.code_hint')}
      autoComplete="one-time-code"
      dir="ltr"
      autoFocus
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
