// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import type { Filters } from './filtering'

export type FilterLabels = Record<Exclude<keyof Filters, 'view'>, string>

// What each filter is called, in the order in which they stand.
export function useFilterLabels(): FilterLabels {
  const { t } = useTranslation()
  const labels = useLabels()
  const member = (name: string) => labels.kinds.action?.[name] ?? name
  return {
    q: t('records.search'),
    arrangement: member('arrangement'),
    point: member('points'),
    lead: member('lead'),
    place: member('places'),
    status: member('status'),
    late: t('actions.lateness'),
  }
}
