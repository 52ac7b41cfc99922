// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Matrix } from '@/api/coverage'
import type { Place } from '@/api/types'
import { countryOf, partnersByCountry } from '@/pages/who_does_what/by_country'

const place = (id: string, kind: string, parent: string | null, latitude: string | null = null) =>
  [id, { id, code: id.toUpperCase(), kind, parent, latitude, longitude: latitude }] as const

const places = new Map([
  place('pan', 'country', null),
  place('darien', 'admin1', 'pan'),
  place('camp', 'site', 'darien', '8.1'),
  place('sea', 'route', null),
  place('round', 'site', 'round'),
]) as unknown as Map<string, Place>

const row = (partner: string, ...at: string[]) =>
  ({ partner, cells: at.map((column) => ({ column })) }) as Matrix['rows'][number]

describe('partners on the map', () => {
  it('are in the country that their place lies in', () => {
    expect(countryOf('camp', places)).toBe('PAN')
    expect(countryOf('sea', places)).toBe('')
    expect(countryOf('round', places)).toBe('')
  })

  it('count once for each country and each place with coordinates', () => {
    const found = partnersByCountry(
      [row('a', 'camp', 'darien'), row('b', 'camp'), row('c')],
      places,
    )
    expect(found.countries.get('PAN')?.size).toBe(2)
    expect([...found.points].map(([id, partners]) => [id, partners.size])).toEqual([['camp', 2]])
  })
})
