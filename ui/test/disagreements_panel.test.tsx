// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Disagreements } from '@/pages/figures/disagreements'
import { readFilters } from '@/state/figure_filters'
import { answer, show } from './render'

it('Disagreements beside figures are of their months and of all their indicators', async () => {
  const item = {
    indicator: 'crossing',
    place: 'PAN',
    period: '2013-02',
    from: '2013-02-01',
    to: '2013-02-28',
    sources: [],
    share: 0.5,
    ruling: null,
    ruled: true,
  }
  const asked = answer({
    '/api/disagreements': { items: [item], next: 1, total: 7 },
    '/api/labels': { codes: { indicator: { crossing: 'Crossings' } }, kinds: {}, countries: {} },
    '/api/places': { items: [], next: null, total: 0 },
  })
  const words = 'indicator=crossing,arrival&place=PAN&from=2013-01&to=2013-06'
  await show(<Disagreements filters={readFilters(new URLSearchParams(words))} />)
  const link = await screen.findByRole('link', { name: 'See all 7 side by side' })
  expect(link).toHaveAttribute('href', '/disagreements?place=PAN&from=2013-01&to=2013-06')
  const { path = '' } = asked.find(({ path }) => path.startsWith('/api/disagreements')) ?? {}
  expect(decodeURIComponent(path)).toContain(
    '?indicator=crossing,arrival&place=PAN&from=2013-01-01&to=2013-06-30',
  )
})
