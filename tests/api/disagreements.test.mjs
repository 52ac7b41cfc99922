// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, it } from 'vitest'
import { Client } from './client.mjs'
import { command, importTable } from './command_line.mjs'

let coordinator
let reader

// Two sources at one ford: they differ in January and March, and nearly agree in February.
beforeAll(async () => {
  coordinator = await Client.as('coordinator')
  reader = await Client.as('reader')
  await coordinator.post('/api/places', { code: 'BRIDGE', name: { en: 'Bridge' }, kind: 'border' })
  const counts = { 'bridge police': [100, 100, 100], 'bridge office': [50, 97, 80] }
  for (const [name, [january, february, march]] of Object.entries(counts))
    importTable(
      'bridge.csv',
      [
        ['month', 'n'],
        ['2024-01', january],
        ['2024-02', february],
        ['2024-03', march],
      ],
      ...['--source', name, '--indicator', 'crossing', '--place', 'BRIDGE'],
    )
})

const listed = async (path, query = '') =>
  (await reader.get(`/api/disagreements${path}?place=BRIDGE${query}`)).json
const periods = ({ items }) => items.map(({ period }) => period)

it('Disagreements come by share, by page and by whether they are ruled on', async () => {
  expect(periods(await listed(''))).toEqual(['2024-01', '2024-03'])
  expect(periods(await listed('', '&share=0.4'))).toEqual(['2024-01'])
  expect(periods(await listed('', '&unruled=true'))).toEqual(['2024-01', '2024-03'])
  const first = await listed('', '&limit=1')
  expect(first).toMatchObject({ total: 2, next: 1 })
  const second = await listed('', `&limit=1&after=${first.next}`)
  expect(periods(second)).toEqual(['2024-03'])
  expect(second.next).toBeNull()
})

it('Disagreements are narrowed to days and to several indicators', async () => {
  const from = '&indicator=crossing,arrival&from=2024-02-01'
  expect(periods(await listed('', from))).toEqual(['2024-03'])
  expect(periods(await listed('', `${from}&to=2024-02-29`))).toEqual([])
  expect((await listed('/subjects', from)).items).toMatchObject([{ disagreements: 1 }])
  expect(periods(await listed('', '&indicator=death,arrival'))).toEqual([])
  expect((await reader.get('/api/disagreements?indicator=crossing,jump')).json).toMatchObject({
    fields: [{ pointer: '/indicator', code: 'not_a_choice' }],
  })
})

it('A comparison shows all months of both sources, and needs to know of what', async () => {
  const { items } = await listed('/comparison', '&indicator=crossing')
  expect(items.map(({ period, disagrees }) => [period, disagrees])).toEqual([
    ['2024-01', true],
    ['2024-02', false],
    ['2024-03', true],
  ])
  expect(items[1].sources.map(({ count }) => count)).toEqual([100, 97])
  expect((await reader.get('/api/disagreements/comparison?place=BRIDGE')).json).toMatchObject({
    fields: [{ pointer: '/indicator', code: 'required' }],
  })
})

it('A ruling covers its dates, and the disagreement stands again once it is withdrawn', async () => {
  const find = async (plural, name, value) =>
    (await coordinator.get(`/api/${plural}?${name}=${encodeURIComponent(value)}`)).json.items[0].id
  const asked = {
    place: await find('places', 'code', 'BRIDGE'),
    source: await find('sources', 'name', 'bridge office'),
    indicator: 'crossing',
    from: '2024-01-01',
    to: '2024-01-31',
    reason: 'The police were on strike.',
  }
  const ruling = await coordinator.post('/api/rulings', asked)
  expect(ruling.status, ruling.text).toBe(201)
  const second = await coordinator.post('/api/rulings', { ...asked, reason: 'I say so too.' })
  expect([second.status, second.json.fields]).toMatchObject([
    409,
    [{ pointer: '/source', code: 'already_ruled' }],
  ])
  const [january, march] = (await listed('')).items
  expect([january.ruled, january.ruling, march.ruled]).toEqual([true, ruling.json.id, false])
  expect((await listed('/subjects')).items).toMatchObject([
    { place: 'BRIDGE', disagreements: 2, unruled: 1, share: 0.5 },
  ])
  const counts = async () =>
    (await reader.get('/api/figures?place=BRIDGE&by=period:month')).json.figures.map(
      ({ count }) => count,
    )
  expect(await counts()).toEqual([50, 100, 100])

  const { id, version } = ruling.json
  const withdrawn = await coordinator.patch(`/api/rulings/${id}`, version, {
    withdrawn: true,
    withdrawn_reason: 'They were not.',
  })
  expect(withdrawn.status, withdrawn.text).toBe(200)
  expect(await counts()).toEqual([100, 100, 100])
  expect((await listed('/subjects')).items).toMatchObject([{ unruled: 2 }])
})

it('The command line prints what each source says', () => {
  const { stdout } = command('disagreements', '--place', 'BRIDGE', '--share', '0.4', '--format', 'csv')
  expect(stdout.toString().trim().split(/\r?\n/)).toEqual([
    'indicator,place,period,source,chosen,ruled,count,share',
    'crossing,BRIDGE,2024-01,bridge police,yes,no,100,0.500',
    'crossing,BRIDGE,2024-01,bridge office,no,no,50,0.500',
  ])
})

it('Beside each figure stands how many different persons it is at least and at most', async () => {
  const { figures } = (await reader.get('/api/figures?place=BRIDGE&by=place,period:year')).json
  expect(figures).toMatchObject([
    { count: 300, at_least: 100, at_most: 527, bounds: 'added_and_compared' },
  ])
  const explained = await reader.get(
    '/api/figures/explanation?indicator=crossing&place=BRIDGE&period=2024&by=place,period:year',
  )
  expect(explained.json.figure).toMatchObject({ at_least: 100, at_most: 527 })
  expect(explained.json.bounds_text).toContain('at least the highest')
  const hxl = (await reader.get('/api/figures?place=BRIDGE&by=place,period:year&format=hxl')).text
  expect(hxl).toContain('#affected,#affected+ind+min,#affected+ind+max')
  expect(hxl).toContain('300,100,527')
})

it('A surge is told with the months that caused it', async () => {
  const rows = [2019, 2020, 2021, 2022].map((year, at) => [`${year}-05`, 100 + at * 10])
  importTable(
    'may.csv',
    [['month', 'n'], ...rows, ['2023-05', 900]],
    ...['--source', 'may', '--indicator', 'arrival', '--place', 'BRIDGE'],
  )
  const { items } = (await reader.get('/api/alerts?place=BRIDGE')).json
  expect(items).toEqual([
    {
      indicator: 'arrival',
      place: 'BRIDGE',
      method: 'seasonal_median',
      direction: 'surge',
      lasting: false, // it is years ago
      causes: [{ period: '2023-05', count: 900, expected: 115, limit: 159 }],
    },
  ])
  expect((await reader.get('/api/alerts?place=BRIDGE&to=2023-04-30')).json.total).toBe(0)
  const several = await reader.get('/api/alerts?place=BRIDGE&indicator=crossing,arrival')
  expect(several.json.total).toBe(1)
  const { stdout } = command('alerts', '--place', 'BRIDGE', '--format', 'csv')
  expect(stdout.toString()).toContain('arrival,BRIDGE,surge,seasonal_median,2023-05,900,115,')
})

it('Running totals become increments on the officer’s word', async () => {
  const rows = [10, 30, 60, 100, 150, 210].map((total, at) => [`2024-0${at + 1}`, total])
  const whose = ['--source', 'running', '--indicator', 'departure', '--place', 'BRIDGE']
  const first = importTable('running.csv', [['month', 'n'], ...rows], ...whose)
  expect(first.totals.departure).toBe(560)
  const found = await coordinator.get(`/api/batches/${first.files[0].batch}/findings`)
  expect(found.json.by_code).toMatchObject([{ code: 'looks_cumulative', severity: 'warning' }])
  const second = importTable('running.csv', [['month', 'n'], ...rows], ...whose, '--cumulative')
  expect(second.totals.departure).toBe(210)
})
