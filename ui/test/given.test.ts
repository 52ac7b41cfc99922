// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Field } from '@/api/schema_reading'
import { givenIn, localPath } from '@/pages/records/given'

const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  shape: 'text',
  many: false,
  optional: true,
  required: false,
  words: [],
  reference: '',
  ...more,
})

describe('a form that is opened with what is known already', () => {
  it('takes it from the address, for the fields that it has', () => {
    const fields = [
      field('arrangement', { shape: 'reference' }),
      field('places', { shape: 'reference', many: true }),
      field('phase', { shape: 'number' }),
      field('votes', { shape: 'flag' }),
    ]
    const address = new URLSearchParams('arrangement=A&places=P,Q&phase=2&votes=true&owner=X&role=')
    expect(givenIn(address, fields)).toEqual({
      arrangement: 'A',
      places: ['P', 'Q'],
      phase: 2,
      votes: true,
    })
  })

  it.each([
    ['/arrangements/1?tab=actions', true],
    ['//elsewhere.example/', false],
    ['/\\elsewhere.example', false],
    ['https://elsewhere.example/', false],
    ['javascript:alert(1)', false],
    [null, false],
  ])('returns to %s: %s', (path, goes) => {
    expect(localPath(path)).toBe(goes ? path : undefined)
  })
})
