// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { type Sharing, sharingOf } from '@/api/import_types'
import type { Batch } from '@/api/types'
import { Tag } from '@/kit/tag'

const tones: Record<Sharing, 'good' | 'accent' | 'quiet'> = {
  partners: 'good',
  restricted: 'accent',
  confidential: 'quiet',
}

export function SharingTag({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const sharing = sharingOf(batch)
  return <Tag tone={tones[sharing]}>{t(`import.sharing.states.${sharing}`)}</Tag>
}
