// SPDX-License-Identifier: Apache-2.0
import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { address } from '@/api/client'
import { DownloadItems } from '@/kit/download_menu'
import { ListDownload } from '@/kit/list_download'
import { useKnownPlaces } from '@/state/known_places'
import { allWithin } from '@/state/places_within'
import { withParts } from '@/state/themes'
import { type FilterLabels, useFilterLabels } from './filter_labels'
import type { Filters } from './filtering'

const mostPlaces = 100 // that an address has room for

interface DownloadsProps {
  filters: Partial<Filters>
  actions?: Action[] // all of them, for what lies in the place of the filter
}

// The actions that are shown, as tables and as a calendar; each heeds some of the page's filters.
export function Downloads({ filters, actions }: DownloadsProps) {
  const { i18n } = useTranslation()
  const labels = useFilterLabels()
  const { q, arrangement, point, lead, place, status } = filters
  const known = useKnownPlaces()
  const named = [...new Set(actions?.flatMap((action) => action.places))]
  const lying = place ? allWithin(named, (id) => [id], place, known) : []
  const within = lying ?? []
  const isShort = within.length <= mostPlaces
  const places = place && isShort ? [place, ...within.filter((id) => id !== place)] : []
  const asked = { q, arrangement, point, lead, place: isShort ? place : '', status }
  const points = point ? withParts(point) : []
  const table = { q, lead, status, within: arrangement, places, points }
  const scheduled = { arrangement, lead }
  const unheeded = (heeded: Partial<Filters>) =>
    (Object.keys(labels) as (keyof FilterLabels)[])
      .filter((name) => filters[name] && !heeded[name])
      .map((name) => labels[name])
  return (
    <ListDownload
      plural="actions"
      filter={table}
      unheeded={unheeded(asked)}
      pending={!!place && !(actions && lying)}
    >
      <Menu.Divider />
      <DownloadItems
        formats={['ics']}
        addressOf={() => address('/api/actions.ics', { ...scheduled, lang: i18n.language })}
        unheeded={unheeded(scheduled)}
      />
    </ListDownload>
  )
}
