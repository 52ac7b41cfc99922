// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useList } from '@/api/records'
import type { Place } from '@/api/types'
import { useFirstPlaces, useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'
import { finds } from '@/state/text_search'

type By = 'id' | 'code'

const shownAtOnce = 200

// Places to choose from: the first there are, and whatever is found by what is typed, among all of
// them and in any language. `search` goes to the input, and `asked` is what is looked for there.
// `other`: what the input shows where something else than a place is chosen in it.
export function usePlaceChoices(by: By, selected: readonly string[], other = '') {
  const names = useNames()
  const known = useKnownPlaces()
  const [typed, type] = useState('')
  // Districts of one name are told apart by their codes.
  const choice = (place: Place) => ({
    value: place[by],
    label: /^admin/.test(place.kind)
      ? `${names.text(place.name)} (${place.code})`
      : names.text(place.name) || place.code,
  })
  const chosen = selected.flatMap((key) => known(key) ?? []).map(choice)
  // What a field shows that has been chosen in is its label, and asks for nothing.
  const isChosen = typed === other || chosen.some(({ label }) => label === typed)
  const asked = isChosen ? '' : typed.trim()
  const [q] = useDebouncedValue(asked, 250)
  const first = useFirstPlaces().data?.items ?? []
  const found = useList<Place>('places', { q, limit: shownAtOnce }, q !== '')
  const isAnswered = q === asked && q !== '' && found.data && !found.isPlaceholderData
  const local = first
    .filter(({ code, name }) => finds(asked, [code, ...Object.values(name)]))
    .map(choice)
  const offered = isAnswered ? found.data.items.map(choice) : local
  const values = new Set(offered.map(({ value }) => value))
  return {
    data: [...offered, ...chosen.filter(({ value }) => !values.has(value))],
    asked,
    search: {
      searchValue: typed,
      onSearchChange: type,
      searchable: true,
      limit: 300,
      // They are found already, also by names that are not shown.
      filter: ({ options }: { options: unknown[] }) => options as never[],
    },
  }
}

type PlaceSelectProps = Omit<SelectProps, 'data' | 'value'> & { by?: By; value: string | null }

export function PlaceSelect({ by = 'id', value, ...rest }: PlaceSelectProps) {
  const { data, search } = usePlaceChoices(by, value ? [value] : [])
  return <Select data={data} {...search} {...rest} value={value} />
}

type PlacesSelectProps = Omit<MultiSelectProps, 'data' | 'value'> & { by?: By; value: string[] }

export function PlacesSelect({ by = 'id', value, ...rest }: PlacesSelectProps) {
  const { data, search } = usePlaceChoices(by, value)
  return <MultiSelect data={data} {...search} {...rest} value={value} />
}
