// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOverview } from '@/api/overview'
import { useSession } from '@/api/session'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { Alerts } from '../figures/alerts'
import { CorridorSummary } from './corridor_summary'
import { FirstSteps } from './first_steps'
import { Waiting } from './waiting'

export function Page() {
  const { t } = useTranslation()
  const { data: session } = useSession()
  const overview = useOverview()
  return (
    <PageFrame
      title={t('start.title')}
      lead={session && t('start.lead', { name: session.user.name, partner: session.partner.name })}
    >
      <Answer query={overview}>
        {(data) => (
          <Stack gap="xl">
            <Waiting overview={data} />
            <Alerts query={{ lasting: true }} />
            {data.corridors.length === 0 && <FirstSteps />}
            {data.corridors.map((corridor) => (
              <CorridorSummary
                key={corridor.id}
                corridor={corridor}
                editions={data.latest_sheets.filter((sheet) => sheet.corridor === corridor.id)}
              />
            ))}
          </Stack>
        )}
      </Answer>
    </PageFrame>
  )
}
