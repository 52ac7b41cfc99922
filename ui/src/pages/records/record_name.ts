// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { AnyRecord } from '@/api/records'
import type { LocalText } from '@/api/types'
import { type Names, useNames } from '@/state/names'

// What a record of any kind is called.
export function recordName(record: AnyRecord, names: Names): string {
  if (typeof record.name === 'string') return record.name
  if (record.name) return names.text(record.name as LocalText)
  const words = [
    record.method && names.code('rule_method', String(record.method)),
    record.indicator && names.indicator(String(record.indicator)),
    record.place && names.place(String(record.place)),
  ]
  return words.filter(Boolean).join(' · ') || record.id
}

// The name of the record that a field refers to.
export function useReferenceName(plural: string, id: string): string {
  const names = useNames()
  const known = plural === 'places' || plural === 'sources'
  const { data } = useQuery({
    queryKey: [plural, 'one', id],
    queryFn: ({ signal }) => get<AnyRecord>(`/api/${plural}/${id}`, {}, signal),
    enabled: !known && plural !== '' && id !== '',
  })
  if (plural === 'places') return names.place(id)
  if (plural === 'sources') return names.source(id)
  return data ? recordName(data, names) : ''
}
