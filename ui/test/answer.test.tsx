// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { onlineManager, useQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { get } from '@/api/client'
import { Answer } from '@/kit/answer'
import { isEmpty } from '@/pages/records/field_value'
import { answer, show } from './render'

function Places() {
  const query = useQuery({ queryKey: ['places'], queryFn: () => get<string>('/api/places') })
  return <Answer query={query}>{(name) => name}</Answer>
}

describe('what the server was asked', () => {
  afterEach(() => onlineManager.setOnline(true))

  it('says that there is no connection, and is there once there is one', async () => {
    answer({ '/api/places': 'Darién' })
    onlineManager.setOnline(false)
    await show(<Places />)
    expect(screen.getByRole('alert')).toHaveTextContent('The server cannot be reached.')
    act(() => onlineManager.setOnline(true))
    expect(await screen.findByText('Darién')).toBeVisible()
  })

  it('is asked again by a button where the line broke', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('broken')))
    await show(<Places />)
    const again = await screen.findByRole('button', { name: 'Try again' })
    answer({ '/api/places': 'Darién' })
    await userEvent.click(again)
    expect(await screen.findByText('Darién')).toBeVisible()
  })

  it('is not asked again where the server has refused', async () => {
    answer({})
    await show(<Places />)
    expect(await screen.findByRole('alert')).toHaveTextContent('Not there.')
    expect(screen.queryByRole('button')).toBeNull()
  })
})

it.each([
  [null, true],
  ['', true],
  [[], true],
  [{ en: '', ar: '' }, true],
  [{ en: '', ar: 'نص' }, false],
  [0, false],
  [false, false],
])('%j says nothing: %s', (value, empty) => expect(isEmpty(value)).toBe(empty))
