// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { AnyRecord } from '@/api/records'
import type { Field, KindFields } from '@/api/schema_reading'
import { Details } from '@/pages/records/details'
import { show } from './render'

const first: AnyRecord = {
  id: '1',
  version: 1,
  updated_at: '2026-01-01T00:00:00Z',
  title: { en: 'Trainnig', fr: 'Formation' },
  text: 'Two days',
} as never
const corrected = { ...first, version: 2, title: { en: 'Training', fr: 'Formation' } }

const field = (name: string, shape: Field['shape']): Field =>
  ({ name, shape, optional: true, words: [], reference: '' }) as never
const changed = [field('title', 'local_text'), field('text', 'text')]
const fields: KindFields = { shown: changed, made: [], changed, erasable: false, sharing: [] }

// A record that somebody else changes; what is sent is refused as the server does.
function keep(record: AnyRecord) {
  const kept = { record, sent: [] as { version: string; body: unknown }[] }
  const labels = { codes: {}, countries: {}, kinds: { action: { title: 'Title', text: 'Text' } } }
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
    if (path === '/api/labels' || path.startsWith('/api/labels?')) return json(labels)
    if (path === '/api/session') return json({ role: 'coordinator', partner: {} })
    if (path !== '/api/actions/1') return json({ items: [], next: null })
    if (init.method !== 'PATCH') return json(kept.record)
    const version = String(new Headers(init.headers).get('If-Match'))
    const body = JSON.parse(String(init.body))
    kept.sent.push({ version, body })
    if (version !== `"${kept.record.version}"`)
      return json({ code: 'precondition_failed', title: 'Somebody was quicker.' }, 412)
    kept.record = { ...kept.record, ...body, version: kept.record.version + 1 }
    return json(kept.record)
  })
  return kept
}

// The page, beneath whose form a newer version comes.
function Live({ newer }: { newer: AnyRecord }) {
  const [record, setRecord] = useState(first)
  return (
    <>
      <button type="button" onClick={() => setRecord(newer)}>
        News
      </button>
      <Details plural="actions" record={record} fields={fields} />
    </>
  )
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const write = async (label: string, words: string) => {
  const input = await screen.findByLabelText(label)
  await userEvent.clear(input)
  await userEvent.type(input, words)
}

async function begin(newer: AnyRecord) {
  const kept = keep(first)
  await show(<Live newer={newer} />)
  await press('Change')
  return kept
}

it('keeps what somebody else corrected in another language beneath the form', async () => {
  const kept = await begin(corrected)
  await write('Français', 'Atelier')
  kept.record = corrected
  await press('News')
  expect(screen.getByRole('status')).toHaveTextContent('since you began')
  await press('Save')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Their changes are in the form now: Title')
  expect(alert).toHaveFocus()
  expect(screen.getByLabelText('English')).toHaveValue('Training')
  expect(kept.record).toBe(corrected)
  await press('Save')
  await screen.findByRole('button', { name: 'Change' })
  expect(kept.sent.map(({ version }) => version)).toEqual(['"1"', '"2"'])
  expect(kept.record.title).toEqual({ en: 'Training', fr: 'Atelier' })
  expect(kept.sent[1]?.body).toEqual({ title: { en: 'Training', fr: 'Atelier' } })
})

it('asks what shall stand where both wrote', async () => {
  const theirs = { ...corrected, text: 'Three days' }
  const kept = await begin(theirs)
  await write('English', 'Workshop')
  await write('Text', 'One day')
  kept.record = theirs
  await press('Save')
  const title = await screen.findByRole('radiogroup', { name: 'Title (English)' })
  const text = screen.getByRole('radiogroup', { name: 'Text' })
  await press('Save')
  expect(kept.sent).toHaveLength(1) // nothing was chosen yet
  await userEvent.click(within(title).getByRole('radio', { name: /What you wrote\s*Workshop/ }))
  await userEvent.click(within(text).getByRole('radio', { name: /the others wrote\s*Three days/ }))
  expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('Three days')
  await press('Save')
  await screen.findByRole('button', { name: 'Change' })
  expect(kept.sent[1]).toEqual({
    version: '"2"',
    body: { title: { en: 'Workshop', fr: 'Formation' } },
  })
})

it('goes along with what comes before anything is written', async () => {
  const kept = await begin(corrected)
  kept.record = corrected
  await press('News')
  expect(await screen.findByLabelText('English')).toHaveValue('Training')
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  await write('Text', 'One day')
  await press('Save')
  await screen.findByRole('button', { name: 'Change' })
  expect(kept.sent).toEqual([{ version: '"2"', body: { text: 'One day' } }])
})
