// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { useListState } from '@/pages/records/list_state'
import { useCorridorFilters } from '@/state/corridor_filters'
import { useFigureFilters } from '@/state/figure_filters'
import { useSheetChoice } from '@/state/sheet_choice'
import { answer, show } from './render'

// Each changes two things before the page has shown the first.
function Figures() {
  const { filters, change } = useFigureFilters()
  const both = () => {
    change({ from: '2023-01' })
    change({ to: '2023-12' })
  }
  return <Probe shown={[filters.from, filters.to]} act={both} />
}

function Corridor() {
  const { filters, change } = useCorridorFilters()
  const both = () => {
    change({ origin: 'VEN' })
    change({ by: 'year' })
  }
  return <Probe shown={[filters.origin, filters.by]} act={both} />
}

function Sheet() {
  const { choice, change } = useSheetChoice()
  const both = () => {
    change({ from: '2023-01-01' })
    change({ to: '2023-12-31' })
  }
  return <Probe shown={[choice.from, choice.to]} act={both} />
}

function List() {
  const { address, set } = useListState()
  const both = () => {
    set('q', 'office')
    set('country', 'PAN')
  }
  return <Probe shown={[address.get('q'), address.get('country')]} act={both} />
}

function Probe({ shown, act }: { shown: (string | null)[]; act: () => void }) {
  return (
    <button type="button" onClick={act}>
      {shown.join(' ')}
    </button>
  )
}

it.each([
  ['figures', <Figures key="" />, '2023-01 2023-12'],
  ['corridor', <Corridor key="" />, 'VEN year'],
  ['sheet', <Sheet key="" />, '2023-01-01 2023-12-31'],
  ['list', <List key="" />, 'office PAN'],
])('a change that follows at once keeps the one before it: %s', async (_, page, expected) => {
  answer({ '/api/corridors': { items: [], next: null, total: 0 } })
  await show(page)
  await userEvent.click(screen.getByRole('button'))
  expect(screen.getByRole('button')).toHaveTextContent(expected)
})
