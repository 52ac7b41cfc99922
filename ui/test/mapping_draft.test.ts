// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Column, ColumnMeaning, Mapping } from '@/api/import_types'
import { groupsOf } from '@/pages/import/column_groups'
import {
  asSuggested,
  draftOf,
  missingFrom,
  reportFieldOf,
  withField,
  withLine,
  withReportField,
  withSettings,
} from '@/pages/import/mapping_draft'
import { textsToShow, valuesWith } from '@/pages/import/value_meanings'

const column = (index: number, header: string, field: Column['field']): Column => ({
  index,
  header,
  tag: null,
  field,
  samples: [],
  confidence: 'certain',
  personal: false,
  report: null,
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

describe('the mapping while it is settled', () => {
  it('keeps what is remembered of the source where nothing was changed', () => {
    expect(draftOf(columns, known)).toEqual(known)
  })

  it('forgets what was remembered of a column that now means something else', () => {
    const draft = withField(draftOf(columns, known), draftOf(columns, known), [1], 'age')
    expect(draft.columns[1]).toEqual({ column: 'demog', field: 'age' })
    expect(draft.period_lengths).toEqual(known.period_lengths)
  })

  it('comes back to the suggestion, with all that belongs to it', () => {
    const suggested = draftOf(columns, known)
    const changed = withField(suggested, suggested, [1], 'age')
    expect(withField(changed, suggested, [1], 'sex')).toEqual(suggested)
    expect(asSuggested(changed, suggested, [1])).toEqual(suggested)
  })

  it('names a column without a header by its number', () => {
    expect(draftOf([column(0, '', 'count')], {}).columns).toEqual([
      { column: '', number: 1, field: 'count' },
    ])
  })

  it('keeps the constants chosen before where the source remembers none', () => {
    const chosen = { set: { indicator: 'encounter', place: 'MEX' }, columns: [] }
    expect(draftOf(columns, {}, chosen).set).toEqual(chosen.set)
    expect(draftOf(columns, known, chosen).set).toEqual(known.set)
  })

  it('settles of many count columns what they have in common, and leaves the rest', () => {
    const draft = {
      columns: ['2024-01', '2024-02'].map(
        (period): ColumnMeaning => ({ column: period, field: 'count', set: { period } }),
      ),
    }
    expect(withSettings(draft, [0, 1], { sex: 'female' }).columns.map(({ set }) => set)).toEqual([
      { period: '2024-01', sex: 'female' },
      { period: '2024-02', sex: 'female' },
    ])
    expect(withSettings(draft, [0], { period: '' }).columns[0]?.set).toEqual({})
  })

  it.each<[string, ColumnMeaning[], Mapping, string[]]>([
    ['nothing', [{ field: 'period' }, { field: 'count' }], known, []],
    ['the constants', [{ field: 'period' }, { field: 'count' }], {}, ['indicator', 'place']],
    [
      'no indicator that each count says',
      [{ field: 'period' }, { field: 'count', set: { indicator: 'death' } }, { field: 'place' }],
      {},
      [],
    ],
    [
      'a count',
      [{ field: 'period' }, { field: 'place' }],
      { set: { indicator: 'stay' } },
      ['count'],
    ],
    [
      'a period where only its first day is known',
      [{ field: 'period_from' }, { field: 'count' }],
      known,
      ['period'],
    ],
    ['nothing that a year says', [{ field: 'year' }, { field: 'count' }], known, []],
    ['nothing that the whole file has', [{ field: 'count' }], { ...known, period: '2024' }, []],
    [
      'nothing that the counts say of their months',
      [{ field: 'count', set: { period: '2024-01' } }],
      known,
      [],
    ],
  ])('misses %s', (_, lines, mapping, missing) => {
    expect(missingFrom({ ...mapping, columns: lines })).toEqual(missing)
  })
})

describe('columns alike', () => {
  const months = Array.from(
    { length: 60 },
    (_, at): ColumnMeaning => ({
      column: `m${at}`,
      field: 'count',
      set: { period: `2024-${at}` },
    }),
  )

  it('are settled together where there are many, and alone where there are few', () => {
    const lines: ColumnMeaning[] = [{ column: 'place', field: 'place' }, ...months]
    expect(groupsOf(lines).map((group) => group.length)).toEqual([1, 60])
    expect(groupsOf(lines.slice(0, 5)).map((group) => group.length)).toEqual([1, 1, 1, 1, 1])
  })

  it('are apart from one that means something else', () => {
    const lines = months.map((line, at) => (at === 30 ? { ...line, field: 'skip' as const } : line))
    expect(groupsOf(lines).map((group) => group.length)).toEqual([30, 1, 29])
  })
})

describe('what the texts of a column stand for', () => {
  const values = [{ text: 'FMUA', set: { profile: 'family_member' } }]

  it('is shown before the texts of which nothing is said', () => {
    const shown = textsToShow(
      [
        { text: 'men', rows: 9 },
        { text: 'fmua', rows: 3 },
      ],
      values,
    )
    expect(shown.map(({ text, rows, entry }) => [text, rows, entry])).toEqual([
      ['FMUA', 3, 0],
      ['men', 9, 1],
    ])
  })

  it('is added, changed and taken away', () => {
    const men = { text: 'men', set: { sex: 'male' } }
    expect(valuesWith(values, 1, men)).toEqual([...values, men])
    expect(valuesWith([...values, men], 0, { text: 'FMUA', set: { profile: '' } })).toEqual([men])
  })

  it('of a column is kept with its line', () => {
    const draft = withLine(draftOf(columns, known), [1], { values: undefined })
    expect(draft.columns[1]).toEqual({ column: 'demog', field: 'sex', values: undefined })
  })
})

describe('the mapping of an activity sheet', () => {
  const sheet = draftOf([{ ...column(0, 'Wer', 'dimension'), report: 'other' }], {
    content: 'activities',
    columns: [{ column: 'Wer', report: 'other' }],
  })

  it('needs a column that says who, and no figures', () => {
    expect(missingFrom(sheet)).toEqual(['organisation'])
    expect(missingFrom(withReportField(sheet, [0], 'implementing_partner'))).toEqual([])
  })

  it('leaves a column out, and takes it up again as it was', () => {
    const without = withReportField(sheet, [0], 'skip')
    expect(without.columns[0]).toMatchObject({ field: 'skip' })
    expect(reportFieldOf(without.columns[0])).toBe('skip')
    expect(JSON.stringify(withReportField(without, [0], 'other'))).toBe(JSON.stringify(sheet))
  })
})
