// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, it } from 'vitest'
import { Client } from './client.mjs'
import { importTable } from './command_line.mjs'

let reader

// Two months by nationality, whose second lacks 20 of the 90 that another file of the source gives;
// and a year that no month belongs to.
beforeAll(async () => {
  const coordinator = await Client.as('coordinator')
  await coordinator.post('/api/places', { code: 'PASS', name: { en: 'The Pass' }, kind: 'border' })
  await coordinator.post('/api/sources', { name: 'pass', title: { en: 'Pass' } })
  const meaning = ['--source', 'pass', '--indicator', 'crossing', '--place', 'PASS']
  importTable(
    'origins.csv',
    [
      ['month', 'nationality', 'n'],
      ['2024-01', 'VEN', 30],
      ['2024-01', 'HTI', 10],
      ['2024-02', 'VEN', 40],
      ['2024-02', 'HTI', 30],
    ],
    ...meaning,
  )
  importTable('totals.csv', [['month', 'n'], ['2024-02', 90]], ...meaning, '--keep-both')
  reader = await Client.as('reader')
})

const table = async (by) =>
  (await reader.get(`/api/figures?place=PASS&indicator=crossing&by=place,${by}`)).json
const question = (figure, by) =>
  new URLSearchParams({
    by: by.join(),
    ...Object.fromEntries(Object.entries(figure).filter(([, value]) => value && value !== 'all')),
  })
async function explained(figure, by) {
  const asked = question(figure, by)
  for (const name of ['count', 'at_least', 'at_most', 'bounds', 'disagreement']) asked.delete(name)
  const answer = await reader.get(`/api/figures/explanation?${asked}`)
  expect(answer.status, answer.text).toBe(200)
  return { asked, ...answer.json }
}

it('Each contribution opens to its own rows', async () => {
  const { figures, by } = await table('period:year')
  expect(figures).toMatchObject([{ count: 130 }])
  const { asked, contributions } = await explained(figures[0], by)
  expect(contributions.length).toBeGreaterThan(2)
  for (const [number, { batch, period, observations, count }] of contributions.entries()) {
    const path = `/api/figures/observations?${asked}&batch=${batch}&contribution=${number}`
    const { json } = await reader.get(path)
    expect(json.items).toHaveLength(observations)
    expect(json.items.every((row) => row.period === period)).toBe(true)
    expect(json.items.reduce((sum, row) => sum + row.count, 0)).toBe(count)
  }
})

it('A contribution is named by its number and its batch', async () => {
  const { figures, by } = await table('period:year')
  const { asked, contributions } = await explained(figures[0], by)
  const path = `/api/figures/observations?${asked}&batch=${contributions[0].batch}`
  expect((await reader.get(`${path}&contribution=99`)).status).toBe(404)
  expect((await reader.get(path)).json).toMatchObject({
    fields: [{ pointer: '/contribution', code: 'required' }],
  })
})

it('Every row of a table opens to an explanation of its own count', async () => {
  for (const groups of [
    'period:month,origin',
    'period:year,origin',
    'source',
    'period:month,sex',
    'period:year,origin,sex',
  ]) {
    const { figures, by } = await table(groups)
    expect(figures.length).toBeGreaterThan(0)
    for (const figure of figures)
      expect((await explained(figure, by)).figure.count, `${groups} ${JSON.stringify(figure)}`).toBe(
        figure.count,
      )
  }
})

it('What a source does not tell of its nationalities is left empty', async () => {
  const { figures } = await table('origin,sex')
  const told = figures.map(({ origin, sex, not_broken_down, count }) => [origin, sex, not_broken_down, count])
  expect(told).toEqual([
    ['HTI', null, false, 40],
    ['VEN', null, false, 70],
    [null, null, true, 20],
  ])
})

it('Figures narrowed to several origins are explained as narrowed', async () => {
  const { json } = await reader.get(
    '/api/figures?place=PASS&indicator=crossing&by=place,period:month&origin=VEN,COL',
  )
  const { figure } = await explained({ ...json.figures[0], origin: 'VEN,COL' }, json.by)
  expect(figure.count).toBe(json.figures[0].count)
})
