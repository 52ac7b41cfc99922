// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { Field } from '@/api/schema_reading'
import { inOrder } from '@/pages/records/kinds'

const fields = (...names: string[]) => names.map((name) => ({ name }) as Field)
const names = (list: Field[]) => list.map(({ name }) => name)

it('asks what a document says before what it belongs to, and leaves nothing out', () => {
  const asked = inOrder('documents', fields('arrangement', 'place', 'title', 'type', 'new_member'))
  expect(names(asked)).toEqual(['title', 'type', 'arrangement', 'place', 'new_member'])
})

it('asks in the order of the description otherwise', () => {
  expect(names(inOrder('reviews', fields('arrangement', 'text')))).toEqual(['arrangement', 'text'])
})
