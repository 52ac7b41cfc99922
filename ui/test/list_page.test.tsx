// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Page } from '@/pages/records/list_page'
import { answer, show } from './render'

describe('the list of accounts', () => {
  it('says whose it is, and offers to nobody else to add one', async () => {
    answer({ '/api/session': { role: 'coordinator', partner: { id: 'P' } } })
    await show(<Page />, 'en', '/records/:plural', '/records/users')
    expect(await screen.findByText(/Only administrators see/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Your account' })).toHaveAttribute('href', '/account')
    expect(screen.queryByText(/Nothing found/)).toBeNull()
  })
})
