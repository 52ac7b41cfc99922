// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Place } from '@/api/types'
import type { KnownPlaces } from '@/state/known_places'
import { type AtPlace, countsByPlace } from '@/state/place_counts'
import { allWithin, liesIn } from '@/state/places_within'

const place = (id: string, kind: string, parent: string | null) =>
  [id, { id, code: id.toUpperCase(), kind, parent }] as const

const places = new Map([
  place('americas', 'region', null),
  place('pan', 'country', 'americas'),
  place('darien', 'admin1', 'pan'),
  place('camp', 'site', 'darien'),
  place('sea', 'route', null),
  place('round', 'site', 'round'),
]) as unknown as Map<string, Place>
const known: KnownPlaces = (id) => places.get(id) ?? null

const at = (what: string, ...ids: string[]): AtPlace[] => ids.map((id) => ({ what, place: id }))

describe('a place', () => {
  it('lies in itself and in all around it, and never in what lies in it', () => {
    expect(
      ['camp', 'darien', 'pan', 'americas'].map((whole) => liesIn('camp', whole, known)),
    ).toEqual([true, true, true, true])
    expect(liesIn('pan', 'camp', known)).toBe(false)
    expect(liesIn('unheard of', 'unheard of', known)).toBe(true)
    expect(liesIn('unheard of', 'pan', known)).toBe(false)
    expect(liesIn('round', 'pan', known)).toBe(false)
  })

  it('may lie in another until all around it is known', () => {
    const only =
      (...ids: string[]): KnownPlaces =>
      (id) =>
        ids.includes(id) ? known(id) : undefined
    expect(liesIn('camp', 'pan', only())).toBeUndefined()
    expect(liesIn('camp', 'pan', only('camp'))).toBeUndefined()
    expect(liesIn('camp', 'pan', only('camp', 'darien'))).toBeUndefined()
    expect(liesIn('camp', 'darien', only('camp', 'darien'))).toBe(true)
    const placesOf = (each: string) => [each]
    expect(allWithin(['sea', 'camp'], placesOf, 'darien', only('sea', 'camp'))).toBeUndefined()
    expect(allWithin(['sea', 'camp'], placesOf, 'darien', known)).toEqual(['camp'])
  })
})

describe('what is counted on a map', () => {
  const counts = (all: AtPlace[]) =>
    Object.fromEntries(countsByPlace(all, known).map(({ id, count }) => [id, count]))

  it('counts once in a country, at however many places in it', () => {
    expect(counts([...at('a', 'camp', 'darien'), ...at('b', 'camp')])).toEqual({
      camp: 2,
      darien: 2,
      pan: 2,
    })
  })

  it('is in the count of all that is named around it, and of countries', () => {
    expect(counts([...at('a', 'camp'), ...at('b', 'pan'), ...at('c', 'americas')])).toEqual({
      camp: 1,
      pan: 2,
      americas: 3,
    })
  })

  it('is not lost where it is in no country, or where its place is not known', () => {
    expect(counts([...at('a', 'sea'), ...at('b', 'unheard of')])).toEqual({
      sea: 1,
      'unheard of': 1,
    })
  })

  it('is left out around the place that all was narrowed to, and beside it', () => {
    const all = [...at('a', 'camp', 'pan'), ...at('b', 'darien', 'sea')]
    const inDarien = countsByPlace(all, known, 'darien')
    expect(inDarien.map(({ id, parent, count }) => [id, parent, count])).toEqual([
      ['camp', 'darien', 1],
      ['darien', null, 2],
    ])
    expect(countsByPlace(all, known, 'pan').map(({ id }) => id)).toContain('pan')
  })

  it('stands below the nearest that is counted', () => {
    const parents = countsByPlace([...at('a', 'camp'), ...at('b', 'round')], known)
    expect(parents.map(({ id, parent }) => [id, parent])).toEqual([
      ['camp', 'pan'],
      ['pan', null],
      ['round', null],
    ])
  })
})
