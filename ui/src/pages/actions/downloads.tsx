// SPDX-License-Identifier: Apache-2.0
import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Arrangement } from '@/api/arrangements'
import { address } from '@/api/client'
import { DownloadItems, DownloadMenu } from '@/kit/download_menu'
import { type FilterLabels, useFilterLabels } from './filter_labels'
import type { Filters } from './filtering'

interface DownloadsProps {
  filters: Partial<Filters>
  arrangements: Arrangement[]
}

// The actions that are shown, as tables and as a calendar; each heeds some of the page's filters.
// A table knows the actions of one arrangement, the calendar also those of what stands in it.
export function Downloads({ filters, arrangements }: DownloadsProps) {
  const { i18n } = useTranslation()
  const labels = useFilterLabels()
  const { q, arrangement, lead, status } = filters
  const isAlone = !arrangements.some(({ parent }) => parent && parent === arrangement)
  const asked = { q, lead, status, arrangement: isAlone ? arrangement : undefined }
  const scheduled = { arrangement, lead }
  const unheeded = (heeded: Partial<Filters>) =>
    (Object.keys(labels) as (keyof FilterLabels)[])
      .filter((name) => filters[name] && !heeded[name])
      .map((name) => labels[name])
  return (
    <DownloadMenu
      formats={['csv', 'xlsx', 'hxl']}
      addressOf={(format) => address('/api/actions', { ...asked, format })}
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
