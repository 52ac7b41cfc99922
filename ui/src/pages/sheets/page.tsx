// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '@/kit/page'
import { useSheetChoice } from '@/state/sheet_choice'
import { Compose } from './compose'
import { Editions } from './editions'
import { Preview } from './preview'

export function Page() {
  const { t } = useTranslation()
  const { choice, subject, change } = useSheetChoice()
  return (
    <PageFrame title={t('sheets.title')} lead={t('sheets.lead')}>
      <Stack gap="xl">
        <Compose choice={choice} subject={subject} change={change} />
        {subject && <Preview subject={subject} />}
        <Editions />
      </Stack>
    </PageFrame>
  )
}
