// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { address } from '@/api/client'
import {
  figuresQuery,
  groupingQuery,
  narrowing,
  readFilters,
  subjectsQuery,
  writeFilters,
} from '@/state/figure_filters'

const full =
  'indicator=crossing%2Cencounter&place=PAN-DARIEN%2CHND&origin=VEN&sex=female&age=child&unit=year&from=2021-01&to=2024-02&view=table&dimension=sex&groups=period%2Corigin'

describe('the filters of the figures page', () => {
  it('stand in the address and come back from it', () => {
    expect(writeFilters(readFilters(new URLSearchParams(full))).toString()).toBe(full)
  })

  it('leave what is usual out of the address', () => {
    expect(writeFilters(readFilters(new URLSearchParams())).toString()).toBe('')
  })

  it('fall back to what is usual where the address makes no sense', () => {
    const filters = readFilters(new URLSearchParams('unit=decade&view=dance&from=yesterday'))
    expect(filters).toMatchObject({ unit: 'month', view: 'trend', from: '' })
  })

  it('ask the server from the first day of a month to the last of another', () => {
    const query = figuresQuery(readFilters(new URLSearchParams(full)), ['period'])
    expect(query).toMatchObject({ from: '2021-01-01', to: '2024-02-29', origin: ['VEN'] })
  })

  it('narrow the explanation of a figure too, an origin where it is alone', () => {
    const filters = readFilters(new URLSearchParams(full))
    expect(narrowing(filters)).toMatchObject({ origin: ['VEN'], sex: 'female', age: 'child' })
    expect(narrowing({ ...filters, origins: ['VEN', 'HTI'] }).origin).toEqual(['VEN', 'HTI'])
  })

  it('narrow alerts and disagreements to all indicators, places and months', () => {
    expect(subjectsQuery(readFilters(new URLSearchParams(full)))).toEqual({
      indicator: ['crossing', 'encounter'],
      place: ['PAN-DARIEN', 'HND'],
      from: '2021-01-01',
      to: '2024-02-29',
    })
  })

  it('always tell indicators and places apart', () => {
    expect(groupingQuery(['period'], 'year')).toEqual(['period:year', 'indicator', 'place'])
    expect(groupingQuery([], 'month')).toEqual(['indicator', 'place'])
  })
})

describe('an address', () => {
  it('leaves out what says nothing, and joins lists', () => {
    expect(address('/api/figures', { place: ['A', 'B'], origin: [], sex: '', from: null })).toBe(
      '/api/figures?place=A%2CB',
    )
    expect(address('/api/places')).toBe('/api/places')
  })
})
