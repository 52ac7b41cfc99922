// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Partner, Presence } from '@/api/directory'
import type { Place } from '@/api/types'
import { type Filters, filterNames, narrowed } from '@/pages/directory/filtering'

const places: Record<string, Partial<Place>> = {
  pan: { id: 'pan', kind: 'country', parent: null },
  darien: { id: 'darien', kind: 'admin1', parent: 'pan' },
}
const partner = (id: string) =>
  ({ id, name: id, names: {}, short_names: {}, mandates: [], expertise: [] }) as unknown as Partner
const presence = (id: string, place: string, more: Partial<Presence> = {}) =>
  ({ partner: id, place, since: null, until: null, services: [], ...more }) as Presence

const none = Object.fromEntries(filterNames.map((name) => [name, ''])) as Filters

describe('the partners at a place', () => {
  const presences = [
    presence('country office', 'pan'),
    presence('field office', 'darien'),
    presence('gone', 'darien', { until: '2025' }),
    presence('to come', 'darien', { since: '2027-01' }),
  ]
  const all = ['country office', 'field office', 'gone', 'to come', 'nowhere'].map(partner)
  const at = (place: string, known = (id: string) => places[id] as Place | undefined) =>
    narrowed(all, { presences, known, today: '2026-05-02' }, { ...none, place })?.map(
      ({ id }) => id,
    )

  it('are those who are present today, there or in what lies in it', () => {
    expect(at('pan')).toEqual(['country office', 'field office'])
    expect(at('darien')).toEqual(['field office'])
  })

  it('are not said until the places are known', () => {
    expect(at('pan', () => undefined)).toBeUndefined()
    expect(at('', () => undefined)).toHaveLength(5)
  })

  it('are all where no place is asked for', () => {
    expect(at('')).toHaveLength(5)
  })
})
