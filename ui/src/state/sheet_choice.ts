// SPDX-License-Identifier: Apache-2.0
import type { Profile } from '@/api/figure_types'
import { useProfile } from '@/api/figures'
import { useAll } from '@/api/records'
import type { SheetSubject } from '@/api/sheets'
import type { Corridor } from '@/api/types'
import { useAddressWords } from './address'
import { lastMonths, latestWholeYear } from './whole_years'

// What a sheet is to be about, as it stands in the address: "corridor:ID" or "place:ID".
export interface SheetChoice {
  about: string
  from: string
  to: string
}

// The first corridor and its newest whole year, where the address says nothing else.
function readChoice(address: URLSearchParams, first?: Corridor, year?: string): SheetChoice {
  const word = (name: string) => address.get(name) ?? ''
  const named = ['corridor', 'place'].find((kind) => word(kind))
  const usual = first ? `corridor:${first.id}` : ''
  return {
    about: named ? `${named}:${word(named)}` : usual,
    from: word('from') || (year ? `${year}-01-01` : ''),
    to: word('to') || (year ? `${year}-12-31` : ''),
  }
}

export function useSheetChoice() {
  const [address, changeAddress] = useAddressWords()
  const { data: corridors, isError: noCorridors } = useAll<Corridor>('corridors')
  const first = corridors?.[0]
  const { data: profile, isError: noProfile } = useProfile(first?.id, { by: 'month' })
  const none = noCorridors || noProfile || corridors?.length === 0
  const year = profile ? newestYear(profile) : none ? lastYear() : undefined
  const choice = readChoice(address, first, year)
  const change = (part: Partial<SheetChoice>) =>
    changeAddress((words) => {
      const { about, from, to } = { ...readChoice(words, first, year), ...part }
      const [kind = '', id = ''] = about.split(':')
      return new URLSearchParams({ [kind]: id, from, to })
    })
  return { choice, subject: subjectOf(choice), change }
}

// Last year where there are no figures yet.
function newestYear(profile: Profile): string {
  const years = [...new Set(profile.periods.map((period) => period.slice(0, 4)))]
  const newest = latestWholeYear(years, [...lastMonths(profile).values()])
  return newest || lastYear()
}

const lastYear = () => String(new Date().getFullYear() - 1)

// Nothing while the choice is not whole.
export function subjectOf({ about, from, to }: SheetChoice): SheetSubject | null {
  const [kind = '', id = ''] = about.split(':')
  if (!id || !from || !to || from > to) return null
  return kind === 'place' ? { place: id, from, to } : { corridor: id, from, to }
}
