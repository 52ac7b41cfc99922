// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAll } from '@/api/records'
import type { Batch, Partner } from '@/api/types'
import { useFormats } from '@/state/formats'

// The partners who see a file all the same that is released for joint figures only.
export function NamedPartners({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data: partners } = useAll<Partner>('partners')
  if (batch.visibility !== 'restricted' || batch.shared_with.length === 0) return null
  const names = batch.shared_with.map((id) => partners?.find((one) => one.id === id)?.name ?? id)
  return <Text size="sm">{t('import.sharing.named', { list: formats.list(names) })}</Text>
}
