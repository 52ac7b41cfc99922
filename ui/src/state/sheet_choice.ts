// SPDX-License-Identifier: Apache-2.0
import { useSearchParams } from 'react-router-dom'
import { useAll } from '@/api/records'
import type { SheetSubject } from '@/api/sheets'
import type { Corridor } from '@/api/types'

// What a sheet is to be about, as it stands in the address: "corridor:ID" or "place:ID".
export interface SheetChoice {
  about: string
  from: string
  to: string
}

export function useSheetChoice() {
  const [address, setAddress] = useSearchParams()
  const { data: corridors } = useAll<Corridor>('corridors')
  const word = (name: string) => address.get(name) ?? ''
  const lastYear = new Date().getFullYear() - 1
  const named = ['corridor', 'place'].find((kind) => word(kind))
  const first = corridors?.[0] ? `corridor:${corridors[0].id}` : ''
  const choice: SheetChoice = {
    about: named ? `${named}:${word(named)}` : first,
    from: word('from') || `${lastYear}-01-01`,
    to: word('to') || `${lastYear}-12-31`,
  }
  const change = (part: Partial<SheetChoice>) => {
    const { about, from, to } = { ...choice, ...part }
    const [kind = '', id = ''] = about.split(':')
    setAddress({ [kind]: id, from, to }, { replace: true, preventScrollReset: true })
  }
  return { choice, subject: subjectOf(choice), change }
}

// Nothing while the choice is not whole.
export function subjectOf({ about, from, to }: SheetChoice): SheetSubject | null {
  const [kind = '', id = ''] = about.split(':')
  if (!id || !from || !to || from > to) return null
  return kind === 'place' ? { place: id, from, to } : { corridor: id, from, to }
}
