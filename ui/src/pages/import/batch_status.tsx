// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { BatchStatus } from '@/api/types'
import { Tag } from '@/kit/tag'

const tones = {
  proposed: 'accent',
  accepted: 'good',
  superseded: 'quiet',
  withdrawn: 'quiet',
  erased: 'quiet',
} as const

export function BatchStatusTag({ status }: { status: BatchStatus }) {
  const { t } = useTranslation()
  return <Tag tone={tones[status]}>{t(`import.statuses.${status}`)}</Tag>
}
