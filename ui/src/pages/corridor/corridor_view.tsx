// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Figure } from '@/api/figure_types'
import { useProfile } from '@/api/figures'
import type { Corridor } from '@/api/types'
import { Answer } from '@/kit/answer'
import { Panel } from '@/kit/panel'
import { useCorridorFilters } from '@/state/corridor_filters'
import { lastDayOfMonth } from '@/state/periods'
import { Explaining } from '../figures/explaining'
import { NoFigures } from '../figures/notes'
import { Comparison } from './comparison'
import { Deaths } from './deaths'
import { Filters } from './filters'
import { Strips } from './strips'

export function CorridorView({ corridor }: { corridor: Corridor }) {
  const { t } = useTranslation()
  const { filters, change } = useCorridorFilters()
  const profile = useProfile(corridor.id, {
    by: filters.by,
    origin: filters.origin,
    from: filters.from && `${filters.from}-01`,
    to: filters.to && lastDayOfMonth(filters.to),
  })
  const narrowed: Partial<Figure> = filters.origin ? { origin: filters.origin } : {}
  return (
    <Explaining filter={narrowed}>
      <Stack gap="lg">
        <Filters filters={filters} change={change} />
        <Answer query={profile}>
          {(data) =>
            data.periods.length === 0 ? (
              <NoFigures />
            ) : (
              <>
                <Strips profile={data} filters={filters} change={change} />
                <Comparison profile={data} filters={filters} change={change} />
                {data.deaths.length > 0 && (
                  <Panel title={t('corridor.deaths')} lead={t('corridor.deaths_lead')}>
                    <Deaths deaths={data.deaths} />
                  </Panel>
                )}
              </>
            )
          }
        </Answer>
      </Stack>
    </Explaining>
  )
}
