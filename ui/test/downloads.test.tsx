// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Arrangement } from '@/api/arrangements'
import { Downloads } from '@/pages/actions/downloads'
import type { Filters } from '@/pages/actions/filtering'
import { answer, show } from './render'

const arrangements = [
  { id: 'network', parent: null },
  { id: 'group', parent: 'network' },
] as Arrangement[]

async function downloads(filters: Partial<Filters>) {
  answer({ '/api/labels': { codes: {}, kinds: {}, countries: {} } })
  await show(<Downloads filters={filters} arrangements={arrangements} />)
  await userEvent.click(screen.getByRole('button', { name: 'Download' }))
  const addressOf = (name: string) =>
    screen.getByRole('menuitem', { name }).getAttribute('href') ?? ''
  return {
    table: addressOf('CSV'),
    calendar: addressOf('Calendar of due dates (iCalendar)'),
    notes: screen.queryAllByText(/^Not narrowed/).map((note) => note.textContent),
  }
}

describe('what is downloaded of the actions', () => {
  it('heeds what each file can, and says what it cannot', async () => {
    expect(
      await downloads({ arrangement: 'group', lead: 'l', status: 'done', late: 'now' }),
    ).toEqual({
      table: '/api/actions?lead=l&status=done&arrangement=group&format=csv',
      calendar: '/api/actions.ics?arrangement=group&lead=l&lang=en',
      notes: [
        'Not narrowed in the file: Lateness',
        'Not narrowed in the file: status and Lateness',
      ],
    })
  })

  it('has those of groups, in the table by being of all arrangements', async () => {
    expect(await downloads({ arrangement: 'network' })).toEqual({
      table: '/api/actions?format=csv',
      calendar: '/api/actions.ics?arrangement=network&lang=en',
      notes: ['Not narrowed in the file: arrangement'],
    })
  })
})
