// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { Empty } from '@/kit/empty'

export function NothingDone() {
  const { t } = useTranslation()
  return <Empty title={t('who_does_what.none')}>{t('who_does_what.none_lead')}</Empty>
}
