// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { PageFrame } from '@/kit/page'

export function Page() {
  const { t } = useTranslation()
  return <PageFrame title={t('navigation.start')}>{null}</PageFrame>
}
