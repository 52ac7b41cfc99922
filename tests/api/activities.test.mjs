// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { everybody } from './client.mjs'

const chad = readFileSync(new URL('../files/activities/chad_5w_2025.csv', import.meta.url))

let clients
let source
let batch

const reports = async () => (await clients.reader.get(`/api/activity_reports?batch=${batch}&sort=row`)).json.items

async function read(client, { file, mapping }) {
  const order = await client.post('/api/batches', { file, source: source.id, mapping })
  expect(order.status, order.text).toBe(202)
  for (;;) {
    const { json } = await client.get(`/api/jobs/${order.json.job}`)
    if (json.state !== 'running') return json
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

beforeAll(async () => {
  clients = await everybody()
  const made = await clients.information_officer.post('/api/sources', { name: 'chad_response' })
  source = made.json
  // Whatever other plans say about the sector, this one counts consultations.
  const indicator = { sector: 'health', name: 'Personnes consultées', type: 'direct_assistance' }
  expect((await clients.coordinator.post('/api/plan_indicators', indicator)).status).toBe(201)
})

it('An activity sheet is told from figures, and its columns are known in French', async () => {
  const received = await clients.information_officer.upload('chad.csv', chad)
  expect(received.status, received.text).toBe(201)
  const { recognition, mapping } = received.json
  expect(recognition.content).toBe('activities')
  const field = Object.fromEntries(recognition.columns.map((column) => [column.header, column.report]))
  expect(field).toMatchObject({
    Province: 'admin1',
    'Organisation requérante': 'organisation',
    'Transferts monétaires': 'cash',
    Garçons: 'boys',
    Observations: 'other',
    Téléphone: null,
  })
  expect(recognition.columns.at(-1)).toMatchObject({ field: 'skip', personal: true })

  const preview = await clients.information_officer.post(`/api/files/${received.json.file}/preview`, { mapping })
  expect(preview.json).toMatchObject({ rows: 14, used: 4, rejected: 8, skipped: 2, figures: [] })
  expect(preview.json.reports).toHaveLength(4)
  expect(preview.json.reports[0]).toMatchObject({
    row: 3,
    organisation: 'Association Lumière du Sahel',
    is_known: false,
    country: 'TCD',
    period: '2025-03',
    theme: 'health',
  })

  const job = await read(clients.information_officer, received.json)
  expect(job, JSON.stringify(job)).toMatchObject({ state: 'done', problem: null })
  batch = job.batch
  const kept = (await clients.information_officer.get(`/api/batches/${batch}`)).json
  expect(kept).toMatchObject({ content: 'activities', rows: 14, used: 4, rejected: 8, period_from: '2025-03-01' })
})

it('Each broken rule is a finding in the language of whoever asks', async () => {
  const findings = async (lang) =>
    (await clients.information_officer.get(`/api/batches/${batch}/findings?severity=error&lang=${lang}`)).json
  const english = await findings('en')
  expect(english.total).toBe(8)
  expect(english.by_code.map(({ code }) => code)).toContain('new_above_total')
  const above = english.items.find(({ code }) => code === 'new_above_total')
  expect(above).toMatchObject({ row: 8, column: 'Nouveaux bénéficiaires', text: '12' })
  expect(above.message).toContain('(12)')
  const arabic = await findings('ar')
  expect(arabic.items.map(({ message }) => message)).not.toContain(above.message)
  const workbook = await clients.information_officer.get(`/api/batches/${batch}/corrections.xlsx`)
  expect(workbook.status).toBe(200)
})

it('Reports are there while their file is accepted', async () => {
  expect(await reports()).toEqual([])
  const accept = () => clients.information_officer.post(`/api/batches/${batch}/accept`, {})
  expect((await accept()).status).toBe(200)
  const there = await reports()
  expect(there.length).toBe(4)
  expect(there[1]).toMatchObject({
    row: 4,
    country: 'TCD',
    admin2: 'Assoungha',
    organisation: 'Association Lumière du Sahel',
    implementing_partner: 'Comité des Sources',
    period: '2025-04',
    theme: 'shelter',
    type: 'direct_assistance',
    beneficiaries: 1200,
    new_beneficiaries: 500,
    others: { Observations: 'Retard' },
  })
  expect((await clients.anonymous.get('/api/activity_reports')).json.items).toEqual([])

  await clients.information_officer.post(`/api/batches/${batch}/withdraw`, {})
  expect(await reports()).toEqual([])
  expect((await accept()).status).toBe(200)
})

it('What would go with an earlier sheet is told before another takes its place', async () => {
  const fewer = chad.toString().split('\n').slice(0, 3).join('\n')
  const received = await clients.information_officer.upload('fewer.csv', fewer)
  const job = await read(clients.information_officer, received.json)
  const overlaps = (await clients.information_officer.get(`/api/batches/${job.batch}/overlaps`)).json
  expect(overlaps.items.map(({ id }) => id)).toEqual([batch])
  expect(overlaps.missing).toMatchObject([{ batch, total: 3 }])
  expect(overlaps.missing[0].first).toContainEqual({
    organisation: 'Association Lumière du Sahel',
    country: 'TCD',
    area: 'Ouaddaï',
    sector: 'Abris',
    month: '2025-04',
  })
})

it('Figures stay as they are', async () => {
  const effect = await clients.information_officer.get(`/api/batches/${batch}/effect`)
  expect(effect.json).toEqual({ items: [], total: 0 })
  expect((await clients.reader.get('/api/figures?indicator=reached')).status).toBe(200)
})

it('Released for joint figures, whom they reached counts for everybody, and nobody else sees a row', async () => {
  const reached = async (client) => (await client.get('/api/reach?country=TCD&from=2025-03-01&to=2025-04-30')).json
  const before = await reached(clients.other_officer)
  expect(before.reports).toBeGreaterThan(0)
  const share = (visibility) => clients.information_officer.post(`/api/batches/${batch}/share`, { visibility })
  expect((await share('restricted')).status).toBe(200)
  const rows = (await clients.other_officer.get('/api/activity_reports?country=TCD')).json.items
  expect(rows.filter((each) => each.batch === batch)).toEqual([])
  expect(await reached(clients.other_officer)).toEqual(before)
  expect(await reached(clients.information_officer)).toEqual(before)
  expect((await share('confidential')).status).toBe(200)
  expect((await reached(clients.other_officer)).reports).toBeLessThan(before.reports)
  expect((await share('partners')).status).toBe(200)
})

it('Reports leave as CSV, workbook and HXL, and the HXL is read in again', async () => {
  const csv = await clients.reader.get(`/api/activity_reports?format=csv&sort=row&batch=${batch}`)
  expect(csv.text.split('\n').length).toBeGreaterThan(4)
  expect(csv.text).toContain('Association Lumière du Sahel')
  expect(csv.text).not.toContain('60 00 00')
  const labelled = await clients.reader.get(`/api/activity_reports?format=csv&labelled=true&lang=en&batch=${batch}`)
  expect(labelled.text.split('\r\n')[0]).toMatch(/^File,Row,Country,.*,Further columns,/)
  expect((await clients.reader.get('/api/activity_reports?format=xlsx')).status).toBe(200)
  const hxl = await clients.reader.get(`/api/activity_reports?format=hxl&sort=row&batch=${batch}`)
  expect(hxl.text).toContain('#reached+new')

  const again = await clients.information_officer.upload('again.csv', hxl.text)
  expect(again.json.recognition).toMatchObject({ hxl: true, content: 'activities' })
  const job = await read(clients.information_officer, again.json)
  const kept = (await clients.information_officer.get(`/api/batches/${job.batch}`)).json
  expect(kept).toMatchObject({ content: 'activities', used: 4, rejected: 0 })

  // They come back as they were: nothing of the records that they were taken from is kept in them.
  const before = await reports()
  expect((await clients.information_officer.post(`/api/batches/${job.batch}/accept`, {})).status).toBe(200)
  const after = (await clients.reader.get(`/api/activity_reports?batch=${job.batch}&sort=row`)).json.items
  expect(after.map(({ others }) => others)).toEqual(before.map(({ others }) => others))
  expect(after[1]).toMatchObject({ sector: before[1].sector, theme: before[1].theme, period: before[1].period })
})
