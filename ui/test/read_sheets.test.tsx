// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Recognition } from '@/api/import_types'
import type { Language } from '@/api/types'
import { Page } from '@/pages/import/batch_page'
import { SheetChoice } from '@/pages/import/sheet_choice'
import { answer, show } from './render'

const monthsOf = (count: number) => Array.from({ length: count }, (_, at) => `2024-${at + 1}`)
const plain = (text: string | null | undefined) => text?.replace(/[\u2068\u2069]/g, '')

describe('sheets that are read as one table', () => {
  const chosen = async (sheets: string[], language: Language = 'en') => {
    const recognition = { sheets, alike_sheets: sheets, alike_as_one: '*', sheet: '*' }
    const { unmount } = await show(
      <SheetChoice recognition={recognition as Recognition} onChange={() => {}} />,
      language,
    )
    const { value } = screen.getByRole<HTMLInputElement>('textbox')
    unmount()
    return plain(value)
  }

  it('are named where they are few, else the first and how many more there are', async () => {
    expect(await chosen(monthsOf(3))).toBe(
      'All alike sheets as one table (2024-1, 2024-2, and 2024-3)',
    )
    expect(await chosen(monthsOf(1_000))).toBe(
      'All alike sheets as one table (2024-1, 2024-2, 2024-3, and 997 more)',
    )
    expect(await chosen(monthsOf(4), 'fr')).toMatch(/\(2024-1, 2024-2, 2024-3 et 1 autre\)$/)
  })
})

describe('the page of a file', () => {
  const lead = async (sheet: string, joined_sheets?: string[]) => {
    const counts = { rows: 0, used: 0, rejected: 0, skipped: 0, observations: 0 }
    const batch = { id: 'b', status: 'erased', file_name: 'book.xlsx', file_bytes: 9, source: 's' }
    answer({
      '/api/labels': { codes: {}, kinds: {}, countries: {} },
      '/api/places': { items: [], next: null, total: 0 },
      '/api/sources': { items: [], next: null, total: 0 },
      '/api/batches/b': {
        ...batch,
        ...counts,
        received_at: '2026-05-02T10:00:00Z',
        visibility: 'partners',
        shared_with: [],
        totals: {},
        sheet,
        mapping: { sheet, joined_sheets },
      },
    })
    const { unmount } = await show(<Page />, 'en', '/:batch', '/b')
    await screen.findByRole('heading', { name: 'book.xlsx' })
    const text = plain(document.querySelector('main, body')?.textContent)
    unmount()
    return text
  }

  it('says which sheets of it were read', async () => {
    expect(await lead('*', monthsOf(12))).toContain('Read from 2024-1, 2024-2, 2024-3, and 9 more')
    expect(await lead('book.xlsx#Data')).toContain('Read from book.xlsx#Data')
    expect(await lead('*')).not.toContain('Read from')
    expect(await lead('')).not.toContain('Read from')
  })
})
