// SPDX-License-Identifier: Apache-2.0
import { useAll } from '@/api/records'
import type { Place } from '@/api/types'
import { FilterSelect } from '@/kit/filters'
import { useNames } from '@/state/names'

interface PlaceFilterProps {
  label: string
  value: string // an id
  onChange: (value: string | null) => void
}

// A place stands for what lies in it, too.
export function PlaceFilter(props: PlaceFilterProps) {
  const names = useNames()
  const { data: places } = useAll<Place>('places')
  const choices = (places ?? [])
    .map(({ id, name }) => ({ value: id, label: names.text(name) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return <FilterSelect {...props} choices={choices} />
}
