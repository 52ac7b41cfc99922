// SPDX-License-Identifier: Apache-2.0
import { useAll } from '@/api/records'
import type { SheetSubject } from '@/api/sheets'
import type { Corridor } from '@/api/types'
import { useAddressWords } from './address'

// What a sheet is to be about, as it stands in the address: "corridor:ID" or "place:ID".
export interface SheetChoice {
  about: string
  from: string
  to: string
}

// Last year of the first corridor, where the address says nothing else.
function readChoice(address: URLSearchParams, first?: Corridor): SheetChoice {
  const word = (name: string) => address.get(name) ?? ''
  const lastYear = new Date().getFullYear() - 1
  const named = ['corridor', 'place'].find((kind) => word(kind))
  const usual = first ? `corridor:${first.id}` : ''
  return {
    about: named ? `${named}:${word(named)}` : usual,
    from: word('from') || `${lastYear}-01-01`,
    to: word('to') || `${lastYear}-12-31`,
  }
}

export function useSheetChoice() {
  const [address, changeAddress] = useAddressWords()
  const { data: corridors } = useAll<Corridor>('corridors')
  const choice = readChoice(address, corridors?.[0])
  const change = (part: Partial<SheetChoice>) =>
    changeAddress((words) => {
      const { about, from, to } = { ...readChoice(words, corridors?.[0]), ...part }
      const [kind = '', id = ''] = about.split(':')
      return new URLSearchParams({ [kind]: id, from, to })
    })
  return { choice, subject: subjectOf(choice), change }
}

// Nothing while the choice is not whole.
export function subjectOf({ about, from, to }: SheetChoice): SheetSubject | null {
  const [kind = '', id = ''] = about.split(':')
  if (!id || !from || !to || from > to) return null
  return kind === 'place' ? { place: id, from, to } : { corridor: id, from, to }
}
