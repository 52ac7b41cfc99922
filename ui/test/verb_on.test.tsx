// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { Refusal } from '@/api/problem'
import { useVerbOn } from '@/api/records'
import { show } from './render'

// Acts on what may be another version by now than when it was asked about.
function Act({ act }: { act: (argument: string, version: number) => Promise<void> }) {
  const [version, setVersion] = useState(1)
  const verb = useVerbOn(version, act)
  return (
    <>
      <button type="button" onClick={() => setVersion(2)}>
        News
      </button>
      <button type="button" onClick={() => verb.mutate('adopt')}>
        Act
      </button>
      <p>{verb.status}</p>
    </>
  )
}

it('acts on the version that was seen, and on the newer one once that was told', async () => {
  const act = vi.fn(async (_: string, version: number) => {
    if (version < 2)
      throw new Refusal({ status: 412, code: 'precondition_failed', title: 'Newer.', version: 2 })
  })
  await show(<Act act={act} />)
  await userEvent.click(screen.getByRole('button', { name: 'News' }))
  await userEvent.click(screen.getByRole('button', { name: 'Act' }))
  await screen.findByText('error')
  await userEvent.click(screen.getByRole('button', { name: 'Act' }))
  await screen.findByText('success')
  expect(act.mock.calls).toEqual([
    ['adopt', 1],
    ['adopt', 2],
  ])
})
