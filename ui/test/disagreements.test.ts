// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { ComparedStretch } from '@/api/disagreements'
import { disagreementsQuery, isNarrowed } from '@/pages/disagreements/filtering'
import { linesOf, questionAbout, sourcesIn } from '@/pages/disagreements/sides'

type Said = [source: string | null, count: number | null]

const stretch = (
  period: string,
  from: string,
  to: string,
  ...sources: Said[]
): ComparedStretch => ({
  indicator: 'crossing',
  place: 'PAN-DARIEN',
  period,
  from,
  to,
  sources: sources.map(([source, count], at) => ({
    source,
    title: source && `The ${source}`,
    count,
    chosen: at === 0,
  })),
  share: 0.5,
  ruling: null,
  ruled: false,
  disagrees: true,
})

const january = stretch('2024-01', '2024-01-01', '2024-01-31', ['police', 100], ['office', 50])
const february = stretch('2024-02', '2024-02-01', '2024-02-29', ['police', 90], [null, null])
const march = stretch('2024-03', '2024-03-01', '2024-03-31', ['police', 80], ['office', 40])
const year = stretch('2023', '2023-01-01', '2023-12-31', ['office', 900], ['police', 700])

describe('a comparison', () => {
  it('has a side for each source, and one for all that are not shared', () => {
    expect(sourcesIn([january, february], 'not shared')).toEqual([
      { id: 'office', title: 'The office' },
      { id: 'police', title: 'The police' },
      { id: null, title: 'not shared' },
    ])
  })

  it('draws what is told, over stretches of one length', () => {
    const all = [year, january, february]
    expect(linesOf(all, sourcesIn(all, 'not shared'))).toEqual([
      {
        key: 'office',
        name: 'The office',
        points: [
          { period: '2024-01', value: 50 },
          { period: '2024-02', value: null },
        ],
      },
      {
        key: 'police',
        name: 'The police',
        points: [
          { period: '2024-01', value: 100 },
          { period: '2024-02', value: 90 },
        ],
      },
    ])
  })
})

describe('a ruling', () => {
  it('covers what was chosen, from the first day to the last', () => {
    const chosen = [february, january]
    expect(questionAbout(chosen, sourcesIn(chosen, ''))).toMatchObject({
      stretches: [{ from: '2024-01-01', to: '2024-02-29' }],
      sources: [
        { source: 'office', count: null },
        { source: 'police', count: null },
      ],
    })
    expect(questionAbout([], [])).toBeNull()
  })

  it('is one for each run of what was chosen, and leaves out what lies between', () => {
    const chosen = [march, january, year]
    expect(questionAbout(chosen, sourcesIn(chosen, ''))?.stretches).toEqual([
      { from: '2023-01-01', to: '2024-01-31' },
      { from: '2024-03-01', to: '2024-03-31' },
    ])
  })

  it('names the counts of a single stretch, and no source whose figure is not told', () => {
    expect(questionAbout([february], sourcesIn([february], ''))?.sources).toEqual([
      { source: 'police', title: 'The police', count: 90 },
    ])
  })
})

describe('the filters', () => {
  it('leave out what the server would refuse, and what stands open is none', () => {
    const filters = {
      indicator: '',
      place: '',
      from: 'spring',
      to: '',
      share: '0.01',
      ruled: '',
      subject: 'stay/CRI',
    }
    expect(isNarrowed(filters)).toBe(false)
    expect(disagreementsQuery({ ...filters, share: '0.5', ruled: 'no' })).toEqual({
      indicator: '',
      place: '',
      from: '',
      to: '',
      share: '0.5',
      unruled: true,
    })
  })

  it('ask from the first day of a month to the last of another', () => {
    const filters = {
      from: '2024-01',
      to: '2024-02',
      indicator: '',
      place: '',
      share: '',
      ruled: '',
    }
    expect(disagreementsQuery({ ...filters, subject: '' })).toMatchObject({
      from: '2024-01-01',
      to: '2024-02-29',
    })
  })
})
