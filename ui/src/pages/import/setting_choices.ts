// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import type { SettingPart } from '@/api/import_types'
import { useLabels } from '@/api/labels'
import { type Choice, choicesOf } from '@/kit/filters'

const codeLists = {
  indicator: 'indicator',
  sex: 'sex',
  age: 'age_group',
  profile: 'profile',
} as const

// What may be said of a part of a figure; a place is sought among all there are.
export function useSettingChoices(part: SettingPart): Choice[] {
  const labels = useLabels()
  return useMemo(() => {
    if (part === 'period' || part === 'place') return []
    if (part === 'origin') return choicesOf(labels.countries)
    return choicesOf(labels.codes[codeLists[part]])
  }, [part, labels])
}
