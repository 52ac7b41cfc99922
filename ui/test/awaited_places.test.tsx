// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AwaitedPlaces } from '@/kit/awaited_places'
import { Page } from '@/pages/directory/page'
import { useKnownPlaces } from '@/state/known_places'
import { liesIn } from '@/state/places_within'
import { answer, show } from './render'

const labels = { codes: {}, kinds: {}, countries: {} }
const place = { code: '', name: {}, kind: 'admin1', parent: null }
const pan = { ...place, id: 'pan', kind: 'country' }
const darien = { ...place, id: 'darien', parent: 'pan' }
const list = (...items: object[]) => ({ items, next: null, total: items.length })
const failed = () => new Response(JSON.stringify({ code: 'internal' }), { status: 500 })

function Lies({ id }: { id: string }) {
  const lies = liesIn(id, 'pan', useKnownPlaces())
  return lies === undefined ? <AwaitedPlaces /> : <p>{lies ? 'in it' : 'elsewhere'}</p>
}

describe('a place that is not among the first', () => {
  const first = { items: [pan], next: 'more', total: 900 }

  it('is nowhere until it is known, and can be asked for again', async () => {
    answer({ '/api/labels': labels, '/api/places': first, '/api/place_names': failed() })
    await show(<Lies id="darien" />)
    const again = await screen.findByRole('button', { name: 'Try again' })
    answer({ '/api/labels': labels, '/api/places': first, '/api/place_names': list(darien) })
    await userEvent.click(again)
    expect(await screen.findByText('in it')).toBeVisible()
  })

  it('is elsewhere where there is none of the name', async () => {
    answer({ '/api/labels': labels, '/api/places': first, '/api/place_names': list(darien) })
    await show(<Lies id="unheard of" />)
    expect(await screen.findByText('elsewhere')).toBeVisible()
  })
})

describe('the directory', () => {
  it('says of nobody that they are nowhere where the presences cannot be had', async () => {
    const partner = { id: 'a', name: 'A', names: {}, short_names: {}, mandates: [], expertise: [] }
    answer({
      '/api/labels': labels,
      '/api/places': list(pan),
      '/api/sources': list(),
      '/api/partners': list(partner),
      '/api/memberships': list(),
      '/api/presences': failed(),
    })
    await show(<Page />)
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    expect(screen.queryByRole('tab')).toBeNull()
  })
})
