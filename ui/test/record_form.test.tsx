// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link } from 'react-router-dom'
import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '@/api/problem'
import type { Field } from '@/api/schema_reading'
import { RecordForm } from '@/pages/records/record_form'
import { answer, show } from './render'

const text = (name: string): Field =>
  ({ name, shape: 'text', required: true, optional: false, words: [] }) as unknown as Field

async function showForm(error: unknown = null, fields = [text('name'), text('url')], before = {}) {
  answer({
    '/api/labels': {
      codes: {},
      countries: {},
      kinds: { source: { name: 'Name', url: 'Address' } },
    },
  })
  const onSubmit = vi.fn()
  await show(
    <>
      <Link to="/elsewhere">Elsewhere</Link>
      <RecordForm
        kind="source"
        fields={fields}
        before={before}
        error={error}
        pending={false}
        onSubmit={onSubmit}
        onCancel={vi.fn()}
      />
    </>,
  )
  return { onSubmit, inputs: () => screen.getAllByRole('textbox') }
}

describe('a form', () => {
  const leave = () => userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }))

  it('asks before what was typed in is left', async () => {
    const { inputs } = await showForm()
    await userEvent.type(inputs()[0] as HTMLElement, 'Ministry')
    await leave()
    await userEvent.click(await screen.findByRole('button', { name: 'Stay on this page' }))
    expect(inputs()[0]).toHaveValue('Ministry')
    await leave()
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }))
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('lets go whoever typed nothing, or has sent it', async () => {
    const { inputs, onSubmit } = await showForm()
    await userEvent.type(inputs()[0] as HTMLElement, 'Ministry')
    await userEvent.type(inputs()[1] as HTMLElement, 'here{Enter}')
    expect(onSubmit).toHaveBeenCalledWith({ name: 'Ministry', url: 'here' })
    await leave()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('says of whoever is listed what their part is, and of nobody else', async () => {
    const parts = { ...text('parts'), shape: 'listed_texts', list: 'names', reference: 'partners' }
    const { inputs, onSubmit } = await showForm(null, [parts as Field], {
      names: ['a', 'b'],
      parts: { a: 'trains', gone: 'pays' },
    })
    expect(inputs().map((input) => (input as HTMLInputElement).value)).toEqual(['trains', ''])
    await userEvent.type(inputs()[1] as HTMLElement, 'has the venue{Enter}')
    expect(onSubmit).toHaveBeenCalledWith({ parts: { a: 'trains', b: 'has the venue' } })
  })

  it('has the focus on the first field that was refused', async () => {
    const error = new Refusal({
      status: 422,
      code: 'invalid',
      title: 'Not accepted.',
      fields: [{ pointer: '/url', code: 'invalid', message: 'This is no address.' }],
    } as never)
    const { inputs } = await showForm(error)
    expect(inputs()[1]).toHaveFocus()
  })
})
