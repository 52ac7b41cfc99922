// SPDX-License-Identifier: Apache-2.0
import { useAddressWords } from './address'

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

function readFilters(address: URLSearchParams): CorridorFilters {
  const word = (name: string) => address.get(name) ?? ''
  return {
    by: word('by') === 'year' ? 'year' : 'month',
    origin: word('origin'),
    from: word('from'),
    to: word('to'),
    shared: word('scale') === 'shared',
    earlier: word('earlier'),
    later: word('later'),
  }
}

function writeFilters({ shared, ...words }: CorridorFilters): URLSearchParams {
  const all = { ...words, by: words.by === 'year' ? 'year' : '', scale: shared ? 'shared' : '' }
  return new URLSearchParams(Object.entries(all).filter(([, text]) => text !== ''))
}

export function useCorridorFilters() {
  const [address, changeAddress] = useAddressWords()
  const change = (part: Partial<CorridorFilters>) =>
    changeAddress((words) => {
      const before = readFilters(words)
      const after = { ...before, ...part }
      // Periods of another length cannot be compared with these.
      return writeFilters(after.by === before.by ? after : { ...after, earlier: '', later: '' })
    })
  return { filters: readFilters(address), change }
}

export interface CorridorPanelProps {
  filters: CorridorFilters
  change: (part: Partial<CorridorFilters>) => void
}
