// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Action } from '@/api/arrangements'
import { CursorPager } from '@/kit/cursor_pager'
import { DataTable } from '@/kit/data_table'
import { Growing } from '@/kit/growing'
import { openFirst } from '@/pages/actions/order'
import { SubjectList } from '@/pages/disagreements/subject_list'
import { answer, show } from './render'

describe('a long list', () => {
  const items = Array.from({ length: 25 }, (_, index) => index)
  const rows = () => screen.getAllByRole('listitem').length

  it('is shown in part, and more of it when asked, until all is there', async () => {
    await show(
      <Growing items={items} atOnce={10}>
        {(shown) => (
          <ul>
            {shown.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </Growing>,
    )
    expect(rows()).toBe(10)
    await userEvent.click(screen.getByRole('button', { name: 'Show 10 more' }))
    expect(rows()).toBe(20)
    expect(screen.getByText('10')).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: 'Show 5 more' }))
    expect(rows()).toBe(25)
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('20')).toHaveFocus()
  })

  it('has the focus on the first new row where the button is gone', async () => {
    const subjects = Array.from({ length: 12 }, (_, index) => ({
      indicator: 'crossing' as const,
      place: `P${index}`,
      from: '2024-01-01',
      to: '2024-12-31',
      disagreements: 3,
      unruled: 1,
      share: 0.5,
    }))
    answer({
      '/api/labels': { codes: { indicator: { crossing: 'Crossings' } }, kinds: {}, countries: {} },
      '/api/places': { items: [], next: null, total: 0 },
    })
    await show(<SubjectList subjects={subjects} chosen="" onChoose={vi.fn()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
    expect(screen.getAllByRole('row')[9]).toHaveFocus()
  })

  it('names each cell where its rows stand as cards, also below a heading that sorts', async () => {
    const columns = [
      { key: 'code', label: 'Code', cell: () => 'PAN' },
      {
        key: 'name',
        name: 'Name',
        label: <button type="button">Name</button>,
        cell: () => 'Panama',
      },
    ]
    await show(<DataTable stacks label="Places" rows={[1]} rowKey={String} columns={columns} />)
    expect(screen.getByRole('cell', { name: 'Panama' })).toHaveAttribute('data-label', 'Name')
  })
})

describe('actions', () => {
  const action = (title: string, status: Action['status'], due: string | null) =>
    ({ title: { en: title }, status, due, created_at: '2026-01-01' }) as Action

  it('that are still to be done come before those that are settled, each by when it is due', () => {
    const sorted = [
      action('done long ago', 'done', '2001'),
      action('without a date', 'planned', null),
      action('dropped', 'dropped', '2000'),
      action('next month', 'under_way', '2026-12'),
      action('late', 'planned', '2025'),
    ].sort(openFirst)
    expect(sorted.map(({ title }) => title.en)).toEqual([
      'late',
      'next month',
      'without a date',
      'dropped',
      'done long ago',
    ])
  })
})

describe('a list that comes page by page', () => {
  const items = Array.from({ length: 10 })
  const button = (name: string) => screen.queryByRole('button', { name })

  it('goes on after what is shown, and back to before it', async () => {
    const onMove = vi.fn()
    const page = { items, next: 'c', total: 34 }
    await show(<CursorPager page={page} perPage={10} cursors={['a', 'b']} onMove={onMove} />)
    expect(screen.getByText('21–30 of 34')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Next' }))
    expect(onMove).toHaveBeenLastCalledWith(['a', 'b', 'c'])
    await userEvent.click(screen.getByRole('button', { name: 'Back' }))
    expect(onMove).toHaveBeenLastCalledWith(['a'])
  })

  it('has nowhere to go where all is shown', async () => {
    const page = { items, next: null, total: 10 }
    await show(<CursorPager page={page} perPage={10} cursors={[]} onMove={vi.fn()} />)
    expect(screen.getByText('1–10 of 10')).toBeVisible()
    expect(button('Next')).toBeNull()
    expect(button('Back')).toBeNull()
  })
})
