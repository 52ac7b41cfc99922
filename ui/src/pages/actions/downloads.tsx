// SPDX-License-Identifier: Apache-2.0
import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import { DownloadItems, DownloadMenu } from '@/kit/download_menu'
import { withParts } from '@/state/themes'
import { type FilterLabels, useFilterLabels } from './filter_labels'
import type { Filters } from './filtering'

// The actions that are shown, as tables and as a calendar; each heeds some of the page's filters.
export function Downloads({ filters }: { filters: Partial<Filters> }) {
  const { i18n } = useTranslation()
  const labels = useFilterLabels()
  const { q, arrangement, point, lead, place, status } = filters
  const asked = { q, arrangement, point, lead, place, status }
  const points = point ? withParts(point) : []
  const table = { q, lead, status, within: arrangement, places: place, points }
  const scheduled = { arrangement, lead }
  const unheeded = (heeded: Partial<Filters>) =>
    (Object.keys(labels) as (keyof FilterLabels)[])
      .filter((name) => filters[name] && !heeded[name])
      .map((name) => labels[name])
  return (
    <DownloadMenu
      formats={['csv', 'xlsx', 'hxl']}
      addressOf={(format) => address('/api/actions', { ...table, format })}
      unheeded={unheeded(asked)}
    >
      <Menu.Divider />
      <DownloadItems
        formats={['ics']}
        addressOf={() => address('/api/actions.ics', { ...scheduled, lang: i18n.language })}
        unheeded={unheeded(scheduled)}
      />
    </DownloadMenu>
  )
}
