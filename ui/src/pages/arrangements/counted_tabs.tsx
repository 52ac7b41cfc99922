// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ViewChoice } from '@/kit/view_choice'
import { oneOf } from '@/state/one_of'
import { useWordFilters } from '@/state/word_filters'

type Tab = 'about' | 'actions' | 'reviews' | 'documents' | 'history'

interface CountedTabsProps<Own extends Tab> {
  tabs: readonly Own[]
  counts: Partial<Record<NoInfer<Own>, number>> // of what stands behind a tab
  children: (tab: Own) => ReactNode
}

// What there is to say of an arrangement or an action, part by part, and how much of each there is.
// The chosen part stands in the address; the first is shown where none is chosen.
export function CountedTabs<Own extends Tab>({ tabs, counts, children }: CountedTabsProps<Own>) {
  const { t } = useTranslation()
  const { filters, set } = useWordFilters(['tab'])
  const first = tabs[0] as Own
  const tab = oneOf(tabs, filters.tab, first)
  const labelOf = (each: Own) => {
    const what = t(`arrangements.tabs.${each as Tab}`)
    const count: number | undefined = counts[each]
    return count ? t('arrangements.counted', { what, count }) : what
  }
  return (
    <ViewChoice
      views={tabs}
      view={tab}
      labelOf={labelOf}
      onChange={(each) => set('tab', each === first ? null : each)}
    >
      {children(tab)}
    </ViewChoice>
  )
}
