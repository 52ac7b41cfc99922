// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Batch } from '@/api/types'
import { Decision } from '@/pages/import/decision'
import { answer, show } from './render'

describe('the decision on a file', () => {
  const buttons = async (used: number) => {
    answer({ '/api/batches/b/overlaps': { items: [], missing: [] } })
    const batch = { id: 'b', status: 'proposed', content: 'figures', used, visibility: 'partners' }
    const { unmount } = await show(
      <Decision batch={batch as Batch} corrects="" onCorrects={() => {}} />,
    )
    const names = screen.getAllByRole('button').map((button) => button.textContent)
    unmount()
    return names
  }

  it('accepts nothing where nothing could be read', async () => {
    expect(await buttons(3)).toEqual(['Accept', 'Reject'])
    expect(await buttons(0)).toEqual(['Reject'])
  })
})
