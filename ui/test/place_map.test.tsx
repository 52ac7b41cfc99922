// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { PlaceMap } from '@/charts/place_map'
import { answer, show } from './render'

const place = { latitude: null, longitude: null, parent: null }
const items = [
  { ...place, id: 'pan', code: 'PAN', kind: 'country', name: { en: 'Panama' } },
  { ...place, id: 'darien', code: 'PA05', kind: 'admin1', name: { en: 'Darién' }, parent: 'pan' },
  { ...place, id: 'sea', code: 'SEA', kind: 'route', name: { en: 'The sea' } },
]

describe('a map of places', () => {
  it('has a table of the same, each place below what it lies in, that opens the lists', async () => {
    answer({
      '/api/labels': { codes: {}, kinds: {}, countries: {} },
      '/api/places': { items, next: null, total: items.length },
      '/api/sources': { items: [], next: null, total: 0 },
    })
    const at = (what: string, place: string) => ({ what, place })
    await show(
      <PlaceMap
        title="Where they are"
        heading="Partners"
        all={[at('a', 'darien'), at('b', 'darien'), at('b', 'pan'), at('a', 'sea')]}
        labelOf={(name, count) => `${name}: ${count}`}
        addressOf={(id) => `/directory?place=${id}`}
        foot="One is nowhere."
      />,
    )
    const link = await screen.findByRole('link', { name: 'Panama' })
    expect(link).toHaveAttribute('href', '/directory?place=pan')
    const rows = screen.getAllByRole('row').map((row) => row.textContent)
    expect(rows).toEqual(['PlacePartners', 'Panama2', 'Darién2', 'The sea1'])
    expect(screen.getByText('One is nowhere.')).toBeVisible()
  })

  it('has each country once: as a shade, or as a circle where it has no shape', async () => {
    const square = [
      [-83, 7],
      [-83, 10],
      [-77, 10],
      [-77, 7],
      [-83, 7],
    ]
    const shape = { type: 'Polygon', id: '591', arcs: [[0]], properties: { name: 'Panama' } }
    const at = (latitude: number) => ({ latitude, longitude: -80 })
    const countries = [
      { ...place, ...at(8), id: 'pan', code: 'PAN', kind: 'country', name: { en: 'Panama' } },
      { ...place, ...at(14), id: 'lca', code: 'LCA', kind: 'country', name: { en: 'Saint Lucia' } },
    ]
    answer({
      '/api/labels': { codes: {}, kinds: {}, countries: {} },
      '/api/places': { items: countries, next: null, total: countries.length },
      '/api/sources': { items: [], next: null, total: 0 },
      '/api/map/countries': {
        type: 'Topology',
        arcs: [square],
        objects: { countries: { type: 'GeometryCollection', geometries: [shape] } },
      },
    })
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(
      new DOMRect(0, 0, 600, 300),
    )
    await show(
      <PlaceMap
        title="Where they are"
        heading="Partners"
        all={countries.map(({ id }) => ({ what: 'a', place: id }))}
        labelOf={(name, count) => `${name}: ${count}`}
        addressOf={(id) => `/directory?place=${id}`}
      />,
    )
    expect(await screen.findAllByRole('link', { name: 'Panama: 1' })).toHaveLength(1)
    expect(screen.getAllByRole('link', { name: 'Saint Lucia: 1' })).toHaveLength(1)
  })
})
