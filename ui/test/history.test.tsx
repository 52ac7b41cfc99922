// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
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
