// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '@/state/formats'

// Says of a list that the server cut off that it is not the whole.
export function FirstOf({ shown, total }: { shown: number; total: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (shown >= total) return null
  return (
    <Text size="sm">
      {t('kit.first_of', { shown: formats.number(shown), total: formats.number(total) })}
    </Text>
  )
}
