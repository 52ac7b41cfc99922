// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Action } from '@/api/arrangements'
import { Downloads } from '@/pages/actions/downloads'
import type { Filters } from '@/pages/actions/filtering'
import { answer, show } from './render'

async function downloads(filters: Partial<Filters>) {
  answer({ '/api/labels': { codes: {}, kinds: {}, countries: {} } })
  await show(<Downloads filters={filters} actions={[]} />)
  await userEvent.click(screen.getByRole('button', { name: 'Download' }))
  const addressOf = (name: string) =>
    screen.getByRole('menuitem', { name }).getAttribute('href') ?? ''
  return {
    table: addressOf('CSV'),
    tagged: addressOf('CSV with HXL tags'),
    calendar: addressOf('Calendar of due dates (iCalendar)'),
    notes: screen.queryAllByText(/^Not narrowed/).map((note) => note.textContent),
  }
}

describe('what is downloaded of the actions', () => {
  it('heeds what each file can, and says what it cannot', async () => {
    expect(
      await downloads({ arrangement: 'group', lead: 'l', status: 'done', late: 'now' }),
    ).toEqual({
      table: '/api/actions?lead=l&status=done&within=group&format=csv&labelled=true&lang=en',
      tagged: '/api/actions?lead=l&status=done&within=group&format=hxl',
      calendar: '/api/actions.ics?arrangement=group&lead=l&lang=en',
      notes: [
        'Not narrowed in the file: Lateness',
        'Not narrowed in the file: status and Lateness',
      ],
    })
  })

  it('has those at the place, and those of the parts of the point', async () => {
    const { table, notes } = await downloads({ place: 'p', point: 'data' })
    expect(table).toBe(
      '/api/actions?places=p&points=data%2Cdata_collection%2Cdata_analysis&format=csv&labelled=true&lang=en',
    )
    expect(notes).toEqual(['Not narrowed in the file: points and places'])
  })

  it('waits until it is known what lies in the place', async () => {
    answer({ '/api/labels': { codes: {}, kinds: {}, countries: {} } })
    const { unmount } = await show(<Downloads filters={{ place: 'country' }} />)
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled()
    unmount()
    const actions = [{ places: ['district'] }] as Action[]
    await show(<Downloads filters={{ place: 'country' }} actions={actions} />)
    expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled()
  })

  it('has those in what lies in the place, too', async () => {
    const place = { code: '', name: {}, kind: 'admin1', parent: null }
    const items = [
      { ...place, id: 'country' },
      { ...place, id: 'district', parent: 'country' },
      { ...place, id: 'elsewhere' },
    ]
    answer({
      '/api/labels': { codes: {}, kinds: {}, countries: {} },
      '/api/places': { items, next: null, total: items.length },
    })
    const actions = [{ places: ['district'] }, { places: ['elsewhere'] }] as Action[]
    await show(<Downloads filters={{ place: 'country' }} actions={actions} />)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Download' })).toBeEnabled())
    await userEvent.click(screen.getByRole('button', { name: 'Download' }))
    expect(screen.getByRole('menuitem', { name: 'CSV' })).toHaveAttribute(
      'href',
      '/api/actions?places=country%2Cdistrict&format=csv&labelled=true&lang=en',
    )
  })
})
