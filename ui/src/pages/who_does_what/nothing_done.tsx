// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { Empty } from '@/kit/empty'
import { LastReports } from '@/kit/last_reports'

export function NothingDone({ lastReports }: { lastReports: string | null }) {
  const { t } = useTranslation()
  return (
    <>
      <LastReports month={lastReports} from="from" to="to" />
      <Empty title={t('who_does_what.none')}>{t('who_does_what.none_lead')}</Empty>
    </>
  )
}
