// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Field } from '@/api/schema_reading'
import { BarList } from '@/charts/bar_list'
import { PeriodCursor } from '@/charts/period_cursor'
import { ConfirmButton } from '@/kit/confirm_button'
import { Explaining } from '@/pages/figures/explaining'
import { FigureNumber } from '@/pages/figures/figure_number'
import { RecordForm } from '@/pages/records/record_form'
import { SignIn } from '@/pages/sign_in/sign_in'
import { answer, show } from './render'

const shared = {
  '/api/labels': {
    codes: { indicator: { crossing: 'Crossings' }, rule_method: { highest: 'the highest' } },
    kinds: { partner: { name: 'Name' } },
    countries: {},
  },
  '/api/places': { items: [], next: null, total: 0 },
  '/api/sources': { items: [], next: null, total: 0 },
}

describe('a composition', () => {
  it('is a table of counts and shares', async () => {
    const bars = [
      { key: 'VEN', label: 'Venezuela', value: 300 },
      { key: 'HTI', label: 'Haiti', value: 100 },
    ]
    await show(<BarList label="Crossings" heading="Origin" bars={bars} total={400} />)
    const rows = screen.getAllByRole('row').map((row) => row.textContent)
    expect(rows).toEqual(['OriginCountShare', 'Venezuela30075%', 'Haiti10025%'])
  })
})

describe('a trend', () => {
  const points = [
    { period: '2023', value: 520085 },
    { period: '2024', value: null },
  ]
  const cursor = (at: number | null, onMove = vi.fn(), onOpen = vi.fn()) => (
    <PeriodCursor
      label="Crossings"
      points={points}
      middle={() => 0}
      at={at}
      onMove={onMove}
      onOpen={onOpen}
    />
  )

  it('is read period by period, and says where there is no figure', async () => {
    const { unmount } = await show(cursor(0))
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', '2023: 520,085')
    unmount()
    await show(cursor(1))
    expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', '2024: no figure')
  })

  it.each([
    ['en', '{ArrowRight}'],
    ['ar', '{ArrowLeft}'],
  ] as const)('moves on in time in the direction of %s', async (language, key) => {
    const onMove = vi.fn()
    await show(cursor(0, onMove), language)
    screen.getByRole('slider').focus()
    await userEvent.keyboard(key)
    expect(onMove).toHaveBeenLastCalledWith(1)
  })

  it('opens the figure by Enter', async () => {
    const onOpen = vi.fn()
    await show(cursor(0, vi.fn(), onOpen))
    screen.getByRole('slider').focus()
    await userEvent.keyboard('{Enter}')
    expect(onOpen).toHaveBeenCalledWith('2023')
  })
})

describe('a figure', () => {
  it('opens to what was used and what was set aside, and why', async () => {
    const contribution = { batch: 'b', place: 'X', period: '2023', observations: 2, breakdown: [] }
    answer({
      ...shared,
      '/api/figures/explanation': {
        figure: {
          indicator: 'crossing',
          place: 'X',
          period: '2023',
          count: 12,
          at_least: 7,
          at_most: 12,
        },
        bounds_text: 'Counts of several months are added.',
        method: 'highest',
        rule: null,
        ruling: null,
        contributions: [
          {
            ...contribution,
            source: 'a',
            source_title: 'One',
            count: 12,
            used: true,
            reason: 'r',
            reason_text: 'It is the highest.',
          },
          {
            ...contribution,
            source: 'b',
            source_title: 'Two',
            count: 9,
            used: false,
            reason: 's',
            reason_text: 'Another is higher.',
          },
        ],
      },
    })
    await show(
      <Explaining>
        <FigureNumber figure={{ indicator: 'crossing', place: 'X', period: '2023', count: 12 }} />
      </Explaining>,
    )
    await userEvent.click(screen.getByRole('button', { name: '12: show where it comes from' }))
    const panel = await screen.findByRole('dialog')
    await within(panel).findByText('It is the highest.')
    expect(within(panel).getByText('Another is higher.')).toBeInTheDocument()
    expect(within(panel).getByText(/Chosen by the rule for this place: the highest/)).toBeVisible()
  })

  it('is marked where sources disagree', async () => {
    await show(<FigureNumber figure={{ count: 5, disagreement: true }} />)
    expect(screen.getByRole('img', { name: 'Sources disagree here' })).toBeInTheDocument()
  })
})

describe('signing in', () => {
  it('says in the server’s words why it was refused', async () => {
    const refused = { code: 'wrong_credentials', status: 401, title: 'The password is not right.' }
    const asked = answer({ '/api/session': new Response(JSON.stringify(refused), { status: 401 }) })
    await show(<SignIn ended={false} />)
    await userEvent.type(screen.getByLabelText('Name'), 'ana')
    await userEvent.type(screen.getByLabelText('Password'), 'x')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The password is not right.')
    expect(asked.at(-1)).toMatchObject({ method: 'POST', body: { name: 'ana', password: 'x' } })
  })

  it('tells when a session has ended', async () => {
    await show(<SignIn ended />)
    expect(screen.getByText(/Your session has ended/)).toBeVisible()
  })
})

describe('what cannot be undone', () => {
  it('is asked about first, and left alone when the answer is no', async () => {
    const act = vi.fn(async () => {})
    await show(
      <ConfirmButton label="Withdraw" question="Withdraw this file?" consequence="…" act={act} />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(act).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw' }))
    await waitFor(() => expect(act).toHaveBeenCalledOnce())
  })
})

describe('the form of a record', () => {
  it('sends only what was changed', async () => {
    answer(shared)
    const submit = vi.fn()
    const field = {
      shape: 'text',
      many: false,
      optional: true,
      required: false,
      words: [],
      reference: '',
    } satisfies Omit<Field, 'name'>
    await show(
      <RecordForm
        kind="partner"
        fields={[
          { ...field, name: 'name' },
          { ...field, name: 'website' },
        ]}
        before={{ name: 'Old', website: 'https://example.org' }}
        error={null}
        pending={false}
        onSubmit={submit}
        onCancel={() => {}}
      />,
    )
    const name = await screen.findByLabelText('Name')
    await userEvent.clear(name)
    await userEvent.type(name, 'New')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(submit).toHaveBeenCalledWith({ name: 'New' })
  })
})
