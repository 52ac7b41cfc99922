// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Page } from '@/pages/import/page'
import { answer, show } from './render'

vi.mock('@/api/imports', async (original) => ({
  ...(await original<typeof import('@/api/imports')>()),
  sendFile: () => ({ stop: () => {}, answer: new Promise(() => {}) }),
}))

it('names the files that were dropped together with the one it takes', async () => {
  answer({ '/api/batches': { items: [], next: null, total: 0 } })
  await show(<Page />)
  const files = ['one.csv', 'two.csv', 'three.csv'].map((name) => new File(['x'], name))
  fireEvent.drop(screen.getByText('Drop a file here'), { dataTransfer: { files } })
  const said = screen.getByText(/^One file at a time/).textContent?.replace(/[\u2068\u2069]/g, '')
  expect(said).toContain('two.csv and three.csv were not taken')
  expect(screen.getByText(/Sending .*one\.csv/)).toBeVisible()
})
