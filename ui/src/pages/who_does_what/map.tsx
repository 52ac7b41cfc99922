// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Query } from '@/api/client'
import { useMatrix } from '@/api/coverage'
import { PlaceMap } from '@/charts/place_map'
import { Answer } from '@/kit/answer'
import { BesideDirectory } from '@/kit/beside_directory'
import { LastReports } from '@/kit/last_reports'
import { NothingDone } from './nothing_done'

interface DoingMapProps {
  query: Query & { place: string }
  listOf: (place: string) => string // the address of what a place counts
}

// How many partners there are in each country and at each place.
export function DoingMap({ query, listOf }: DoingMapProps) {
  const { t } = useTranslation()
  const matrix = useMatrix({ ...query, by: 'place' }) // of all, where the list has its first rows only
  return (
    <Answer query={matrix}>
      {({ rows, last_reports, beside_directory }) =>
        rows.length === 0 ? (
          <NothingDone lastReports={last_reports} />
        ) : (
          <>
            <LastReports month={last_reports} from="from" to="to" />
            <BesideDirectory beside={beside_directory} />
            <PlaceMap
              title={t('who_does_what.views.map')}
              heading={t('who_does_what.partners')}
              all={rows.flatMap(({ partner, organisation, cells }) =>
                cells.map(({ column }) => ({
                  what: partner ?? organisation ?? '',
                  place: column,
                })),
              )}
              within={query.place}
              labelOf={(name, count) => t('who_does_what.partners_at', { name, count })}
              addressOf={listOf}
            />
          </>
        )
      }
    </Answer>
  )
}
