// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import type { SettingPart } from '@/api/import_types'
import { useLabels } from '@/api/labels'
import { useAll } from '@/api/records'
import type { Labels, Place } from '@/api/types'
import { type Choice, choicesOf } from '@/kit/filters'
import { type Names, useNames } from '@/state/names'

const codeLists = {
  indicator: 'indicator',
  sex: 'sex',
  age: 'age_group',
  profile: 'profile',
} as const

// A place of the workspace, or a country, which is one by its code.
function placeChoices(labels: Labels, places: Place[], names: Names): Choice[] {
  const own = places.map(({ code, name }) => ({ value: code, label: names.text(name) || code }))
  const known = new Set(own.map(({ value }) => value))
  return [...own, ...choicesOf(labels.countries).filter(({ value }) => !known.has(value))]
}

// What may be said of a part of a figure.
export function useSettingChoices(part: SettingPart): Choice[] {
  const labels = useLabels()
  const names = useNames()
  const { data: places } = useAll<Place>('places')
  return useMemo(() => {
    if (part === 'period') return []
    if (part === 'place') return placeChoices(labels, places ?? [], names)
    if (part === 'origin') return choicesOf(labels.countries)
    return choicesOf(labels.codes[codeLists[part]])
  }, [part, labels, names, places])
}
