// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Severity } from '@/api/import_types'
import { Tag } from '@/kit/tag'

const tones = { error: 'bad', warning: 'warning', information: 'quiet' } as const

export function SeverityTag({ severity }: { severity: Severity }) {
  const { t } = useTranslation()
  return <Tag tone={tones[severity]}>{t(`findings.severity.${severity}`)}</Tag>
}
