// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Field } from '@/api/schema_reading'
import { History } from '@/pages/records/history'
import { answer, show } from './render'

const text = {
  shape: 'text',
  many: false,
  optional: true,
  required: false,
  words: [],
  reference: '',
} satisfies Omit<Field, 'name'>

it('a history tells what was said: of what was said first no before, of what was not said nothing', async () => {
  const entry = { principal: 'ana', at: '2026-11-26T10:00:00Z' }
  answer({
    '/api/labels': { codes: {}, kinds: {}, countries: {} },
    '/api/partners/p/history': {
      items: [
        {
          ...entry,
          id: 'one',
          version: 1,
          verb: 'create',
          change: [
            { field: 'name', from: null, to: 'Shelter' },
            { field: 'website', from: null, to: '' },
          ],
        },
        {
          ...entry,
          id: 'two',
          version: 2,
          verb: 'change',
          change: [{ field: 'name', from: 'Shelter', to: 'Refuge' }],
        },
      ],
    },
  })
  await show(<History plural="partners" id="p" fields={[{ ...text, name: 'name' }]} />)
  await screen.findByRole('cell', { name: 'Refuge' })
  const rows = screen.getAllByRole('row').map((row) => row.textContent)
  expect(rows).toEqual(['FieldBeforeAfter', 'nameShelterRefuge', 'FieldAfter', 'nameShelter'])
})

it('a history draws what has members by their labels, and says of what is gone that it is', async () => {
  const members: Field[] = [
    { ...text, name: 'on', shape: 'date' },
    { ...text, name: 'title', shape: 'local_text' },
  ]
  const adopted = { on: '2026-05-04', title: { en: 'Count', ar: 'العد' }, baseline: null }
  answer({
    '/api/labels': {
      codes: {},
      kinds: {
        action: { adopted: 'كما اعتُمد', title: 'العنوان', lead: 'القيادة' },
        record: { on: 'التاريخ' },
      },
      countries: {},
    },
    '/api/partners': { items: [], next: null, total: 0 },
    '/api/actions/a/history': {
      items: [
        {
          principal: 'ana',
          at: '2026-11-26T10:00:00Z',
          id: 'one',
          version: 1,
          verb: 'create',
          change: [
            { field: 'adopted', from: {}, to: adopted },
            { field: 'lead', from: null, to: 'merged-away' },
          ],
        },
      ],
    },
  })
  const fields: Field[] = [
    { ...text, name: 'adopted', shape: 'object', members },
    { ...text, name: 'lead', shape: 'reference', reference: 'partners' },
  ]
  await show(<History plural="actions" id="a" fields={fields} />, 'ar')
  const cell = await screen.findByRole('cell', { name: /العد/ })
  await waitFor(() => expect(cell.textContent).toBe('التاريخ٠٤\u200f/٠٥\u200f/٢٠٢٦العنوانالعد'))
  await screen.findByText('لم يعد هنا، أو ليس متاحًا لك')
  expect(screen.queryByRole('link')).toBeNull()
})

it('a history says into whom a partner was merged that it names', async () => {
  const entry = { principal: 'ana', at: '2026-11-26T10:00:00Z' }
  answer({
    '/api/labels': { codes: {}, kinds: {}, countries: {} },
    '/api/partners': {
      items: [{ id: 'north', name: 'North', names: { fr: 'Nord' } }],
      next: null,
      total: 1,
    },
    '/api/actions/a/history': {
      items: [
        {
          ...entry,
          id: 'one',
          version: 1,
          verb: 'create',
          change: [{ field: 'lead', from: null, to: 'nord' }],
        },
        {
          ...entry,
          id: 'two',
          version: 2,
          verb: 'merge',
          change: [{ field: 'lead', from: 'nord', to: 'north' }],
        },
      ],
    },
  })
  const lead: Field = { ...text, name: 'lead', shape: 'reference', reference: 'partners' }
  await show(<History plural="actions" id="a" fields={[lead]} />, 'fr')
  const links = await screen.findAllByRole('link', {
    name: 'un partenaire fusionné avec Nord',
  })
  expect(links.map((link) => link.getAttribute('href'))).toEqual(Array(2).fill('/directory/north'))
})

it('a history names a partner that was merged into another by what it was called', async () => {
  const entry = { principal: 'ana', at: '2026-11-26T10:00:00Z', verb: 'merge' }
  answer({
    '/api/labels': { codes: {}, kinds: {}, countries: {} },
    '/api/partners': { items: [], next: null, total: 0 },
    '/api/partners/gone/history': {
      items: [
        { ...entry, id: 'one', change: [{ field: 'name', from: null, to: 'Old entry' }] },
        { ...entry, id: 'two', change: [{ field: 'merged_into', from: null, to: 'kept' }] },
      ],
    },
    '/api/contacts/c/history': {
      items: [
        {
          ...entry,
          id: 'three',
          version: 2,
          change: [{ field: 'partner', from: 'gone', to: 'gone' }],
        },
      ],
    },
  })
  const partner = { ...text, name: 'partner', shape: 'reference', reference: 'partners' } as const
  await show(<History plural="contacts" id="c" fields={[partner]} />)
  expect(await screen.findAllByRole('cell', { name: 'Old entry' })).toHaveLength(2)
  expect(screen.queryByRole('link')).toBeNull()
})
