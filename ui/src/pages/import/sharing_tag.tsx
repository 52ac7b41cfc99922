// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Sharing } from '@/api/import_types'
import type { Batch } from '@/api/types'
import { Tag } from '@/kit/tag'
import { batchKey } from './batch_words'

const tones: Record<Sharing, 'good' | 'accent' | 'quiet'> = {
  public: 'good',
  partners: 'good',
  restricted: 'accent',
  confidential: 'quiet',
}

export function SharingTag({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const { visibility } = batch
  return (
    <Tag tone={tones[visibility]}>
      {t(
        visibility === 'restricted'
          ? batchKey(batch.content, 'sharing.states.restricted')
          : `import.sharing.states.${visibility}`,
      )}
    </Tag>
  )
}
