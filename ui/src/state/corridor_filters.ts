// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from 'react-router-dom'

// What the corridor page shows, kept in the address.
export interface CorridorFilters {
  by: 'month' | 'year'
  origin: string
  from: string // a month, 2024-01
  to: string
  shared: boolean // all places on one scale
  earlier: string // the two periods that are compared
  later: string
}

export function useCorridorFilters() {
  const [address, setAddress] = useSearchParams()
  const word = (name: string) => address.get(name) ?? ''
  const filters: CorridorFilters = {
    by: word('by') === 'year' ? 'year' : 'month',
    origin: word('origin'),
    from: word('from'),
    to: word('to'),
    shared: word('scale') === 'shared',
    earlier: word('earlier'),
    later: word('later'),
  }
  const change = (part: Partial<CorridorFilters>) => {
    const { shared, ...words } = { ...filters, ...part }
    // Periods of another length cannot be compared with these.
    if (part.by && part.by !== filters.by) Object.assign(words, { earlier: '', later: '' })
    const all = { ...words, by: words.by === 'year' ? 'year' : '', scale: shared ? 'shared' : '' }
    setAddress(new URLSearchParams(Object.entries(all).filter(([, text]) => text !== '')), {
      replace: true,
      preventScrollReset: true,
    })
  }
  return { filters, change }
}

export interface CorridorPanelProps {
  filters: CorridorFilters
  change: (part: Partial<CorridorFilters>) => void
}
