// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Column, Mapping } from '@/api/import_types'
import { mappingFor, missingFrom, settledBy } from '@/pages/import/reading_order'

const column = (index: number, header: string, field: Column['field']): Column => ({
  index,
  header,
  tag: null,
  field,
  samples: [],
  confidence: 'certain',
})
const columns = [column(0, 't', 'period'), column(1, 'demog', 'sex'), column(2, 'n', 'count')]
const known: Mapping = {
  period_lengths: [{ until: '2019-12-31', unit: 'year' }],
  set: { indicator: 'crossing', place: 'PAN-DARIEN' },
  columns: [
    { column: 't', field: 'period' },
    { column: 'demog', field: 'sex', values: [{ text: 'men', set: { sex: 'male' } }] },
    { column: 'n', field: 'count' },
  ],
}

describe('the order to read a file', () => {
  it('keeps what is remembered of the source where nothing was changed', () => {
    expect(mappingFor(columns, known, settledBy(columns, known))).toEqual(known)
  })

  it('takes a column without a field for a further breakdown, as the server does', () => {
    const camps: Mapping = { columns: [{ column: 'Camp', name: 'camp' }] }
    const one = [column(0, 'Camp', 'dimension')]
    expect(mappingFor(one, camps, settledBy(one, camps)).columns).toEqual(camps.columns)
  })

  it('forgets what was remembered of a column that now means something else', () => {
    const settled = settledBy(columns, known)
    settled.fields[1] = 'age'
    const mapping = mappingFor(columns, known, settled)
    expect(mapping.columns?.[1]).toEqual({ column: 'demog', field: 'age' })
    expect(mapping.period_lengths).toEqual(known.period_lengths)
  })

  it('names a column without a header by its number', () => {
    const bare = [column(0, '', 'count')]
    expect(mappingFor(bare, {}, settledBy(bare, {})).columns).toEqual([
      { column: '', number: 1, field: 'count' },
    ])
  })

  it('carries the constants that a person chose', () => {
    const settled = { ...settledBy(columns, {}), indicator: 'encounter', place: 'MEX' }
    expect(mappingFor(columns, {}, settled).set).toEqual({ indicator: 'encounter', place: 'MEX' })
  })

  it('keeps the constants chosen before where the source remembers none', () => {
    const chosen = { indicator: 'encounter', place: 'MEX' }
    expect(settledBy(columns, {}, chosen)).toMatchObject(chosen)
    expect(settledBy(columns, known, chosen)).toMatchObject(known.set ?? {})
  })

  it.each<[string, Column['field'][], Mapping, string[]]>([
    ['nothing', ['period', 'count'], known, []],
    ['the constants', ['period', 'count'], {}, ['indicator', 'place']],
    ['a count', ['period', 'place', 'indicator'], {}, ['count']],
    ['a period', ['count', 'place', 'indicator'], {}, ['period']],
    [
      'no count where rows are events',
      ['period', 'coordinates', 'indicator'],
      { events: true },
      [],
    ],
    ['nothing that a year and month say', ['year', 'month', 'count'], known, []],
  ])('misses %s', (_, fields, mapping, missing) => {
    const settled = { ...settledBy([], mapping), fields }
    expect(missingFrom(settled, mapping)).toEqual(missing)
  })
})
