// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import { hasCode } from '@/api/problem'
import { type AnyRecord, type Plural, useAll } from '@/api/records'
import type { JournalEntry, LocalText } from '@/api/types'
import { useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'
import { partnerName as partnerNameIn, usePartnerNames } from '@/state/partner_names'

const longest = 80 // letters

// Of a text of several lines, what names it.
function beginning(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line
}

// What a record of any kind is called.
export function useRecordName(): (record: AnyRecord) => string {
  const { i18n } = useTranslation()
  const names = useNames()
  const partnerName = usePartnerNames()
  return (record) => {
    const { name: plain, names: byLanguage } = record
    if (typeof plain === 'string')
      return partnerNameIn({ name: plain, names: byLanguage as LocalText }, i18n.language)
    const name = record.name ?? record.title
    if (name) return names.text(name as LocalText)
    if (record.text) return beginning(names.text(record.text as LocalText))
    const words = [
      record.position,
      record.partner && partnerName(String(record.partner)),
      record.method && names.code('rule_method', String(record.method)),
      record.indicator && names.indicator(String(record.indicator)),
      record.place && names.place(String(record.place)),
    ]
    return words.filter(Boolean).join(' · ') || record.id
  }
}

// Short lists are read at once and kept; of the others each record by itself.
const held: readonly string[] = ['sources', 'partners', 'arrangements']

interface Reference {
  name: string // empty until it is known; of a partner that was merged away what it was called
  isGone: boolean // it is not there, or not for this reader
}

// What is known of the record that a field refers to.
export function useReference(plural: string, id: string): Reference {
  const recordName = useRecordName()
  const names = useNames()
  const known = useKnownPlaces()
  const isPlace = plural === 'places'
  const isHeld = held.includes(plural)
  const { data: all } = useAll<AnyRecord>(plural as Plural, isHeld)
  const { data: one, error } = useQuery({
    queryKey: [plural, 'one', id],
    queryFn: ({ signal }) => get<AnyRecord>(`/api/${plural}/${id}`, {}, signal),
    enabled: !isHeld && !isPlace && plural !== '' && id !== '',
  })
  const record = isHeld ? all?.find((each) => each.id === id) : one
  const isGone = isHeld ? !!all && !record : hasCode(error, 'not_found')
  const former = useFormerName(plural === 'partners' && isGone ? id : '')
  if (isPlace) {
    const place = known(id)
    return { name: place ? names.text(place.name) : '', isGone: place === null }
  }
  return { name: record ? recordName(record) : former, isGone }
}

// What a partner was called that was merged into another: its history is told to whoever may read
// that one.
function useFormerName(id: string): string {
  const { data } = useQuery({
    queryKey: ['partners', 'former_name', id],
    queryFn: ({ signal }) =>
      get<{ items: JournalEntry[] }>(`/api/partners/${id}/history`, {}, signal).then(lastName),
    enabled: id !== '',
    retry: false,
  })
  return data ?? ''
}

const lastName = ({ items }: { items: JournalEntry[] }): string => {
  const named = items.flatMap(({ change }) => change).filter(({ field }) => field === 'name')
  return String(named.at(-1)?.to ?? '')
}
