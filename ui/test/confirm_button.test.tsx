// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { ConfirmButton } from '@/kit/confirm_button'
import { show } from './render'

const acted: number[] = []

// Somebody else changes the record by a click on it.
function Asked() {
  const [version, setVersion] = useState(3)
  return (
    <>
      <button type="button" data-testid="record" onClick={() => setVersion(4)} />
      <ConfirmButton
        label="Remove"
        question="Remove it?"
        consequence="It will be gone."
        version={version}
        act={async (seen) => acted.push(seen)}
      />
    </>
  )
}

it('acts on the record as it was when the question was put', async () => {
  await show(<Asked />)
  fireEvent.click(screen.getByText('Remove'))
  await screen.findByText('It will be gone.')
  fireEvent.click(screen.getByTestId('record'))
  fireEvent.click(screen.getAllByText('Remove').at(-1) as HTMLElement)
  await waitFor(() => expect(acted).toEqual([3]))
})
