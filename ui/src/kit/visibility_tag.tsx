// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { RecordEnvelope } from '@/api/types'
import { Tag, type Tone } from './tag'

const tones: Record<RecordEnvelope['visibility'], Tone> = {
  public: 'good',
  partners: 'quiet',
  restricted: 'accent',
  confidential: 'warning',
}

// Who may read a record, in a word or two.
export function VisibilityTag({ visibility }: Pick<RecordEnvelope, 'visibility'>) {
  const { t } = useTranslation()
  return <Tag tone={tones[visibility]}>{t(`kit.open_to.${visibility}`)}</Tag>
}
