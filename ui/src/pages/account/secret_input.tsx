// SPDX-License-Identifier: Apache-2.0
import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface SecretInputProps {
  label: string
  value: string
  isNew?: boolean // else the one that is in use
  onChange: (value: string) => void
}

export function SecretInput({ label, value, isNew, onChange }: SecretInputProps) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={label}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
    />
  )
}
