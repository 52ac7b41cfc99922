// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link, useLocation } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { PageFrame } from '@/kit/page'
import { show } from './render'

function PartnersOnMap() {
  const { search } = useLocation()
  return (
    <PageFrame title="Partners">
      <Link to="?sort=name">By name</Link>
      {search.includes('place') ? 'Cards' : <Link to="?place=pan">Panama</Link>}
    </PageFrame>
  )
}

describe('a link within a page', () => {
  it('leaves the focus on the heading where it is gone itself', async () => {
    await show(<PartnersOnMap />)
    await userEvent.click(screen.getByRole('link', { name: 'Panama' }))
    expect(await screen.findByText('Cards')).toBeVisible()
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Partners' })).toHaveFocus())
  })

  it('keeps the focus where it stays', async () => {
    await show(<PartnersOnMap />)
    await userEvent.click(screen.getByRole('link', { name: 'By name' }))
    expect(screen.getByRole('link', { name: 'By name' })).toHaveFocus()
  })
})
