// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FirstSteps } from '@/pages/start/first_steps'
import { answer, show } from './render'

const count = (total: number) => ({ items: [], next: null, total })

async function showTo(role: string) {
  const session = {
    user: { id: 'u', name: 'ana' },
    partner: { id: 'p', name: 'P' },
    role,
    csrf: '',
  }
  answer({
    '/api/session': { ...session, language: 'en' },
    '/api/partners': count(1),
    '/api/arrangements': count(3),
    '/api/sources': count(0),
  })
  await show(<FirstSteps />)
}

describe('a node that has no corridor yet', () => {
  it('tells its coordinator what has still to be done', async () => {
    await showTo('coordinator')
    expect(await screen.findByRole('link', { name: 'Enter the partners' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Describe a corridor' })).toBeVisible()
    await expect
      .poll(() => screen.queryByRole('link', { name: 'Set up an arrangement' }))
      .toBeNull()
  })

  it('tells a reader who can', async () => {
    await showTo('reader')
    expect(await screen.findByText('No corridor yet')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })
})
