// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { everybody } from './client.mjs'
import { unzip, zip } from './zip.mjs'

const csv = [
  'Month,Nationality,People',
  '2024-01,Venezuela,1200',
  '2024-01,Haiti,300',
  '2024-02,Venezuela,900',
  '2024-02,Atlantis,7',
  '2024-02,Haiti,many',
  '',
].join('\r\n')
const corrected = csv.replace('Haiti,many', 'Haiti,250')

let clients
let source
let place

async function read(client, file, mapping = {}) {
  const order = await client.post('/api/batches', { file, source: source.id, mapping })
  expect(order.status, order.text).toBe(202)
  for (;;) {
    const { json } = await client.get(`/api/jobs/${order.json.job}`)
    if (json.state !== 'running') return json
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const mappingOf = ({ mapping }) => ({
  ...mapping,
  set: { ...mapping.set, indicator: 'crossing', place: place.code },
})

async function importFile(name, text) {
  const officer = clients.information_officer
  const received = await officer.upload(name, text)
  expect(received.status, received.text).toBe(201)
  const job = await read(officer, received.json.file, mappingOf(received.json))
  expect(job).toMatchObject({ state: 'done', progress: 1, problem: null })
  return { received: received.json, path: `/api/batches/${job.batch}` }
}

const crossings = async (client = clients.reader) =>
  (await client.get(`/api/figures?indicator=crossing&place=${place.code}&by=period:month`)).json.figures

beforeAll(async () => {
  clients = await everybody()
  const sourceValue = { name: 'border_service', title: { en: 'Border service' } }
  source = (await clients.information_officer.post('/api/sources', sourceValue)).json
  const placeValue = { code: 'GAP', name: { en: 'The Gap' }, kind: 'border' }
  place = (await clients.coordinator.post('/api/places', placeValue)).json
})

it('Only who enters figures may bring a file', async () => {
  for (const [who, status] of [['anonymous', 401], ['reader', 403], ['contributor', 201]])
    expect((await clients[who].upload('a.csv', csv)).status, who).toBe(status)
})

it('What cannot be read is refused with the reason', async () => {
  const officer = clients.information_officer
  for (const [bytes, code] of [['', 'empty_file'], [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old_workbook']]) {
    const answer = await officer.upload('b.xls', bytes)
    expect([answer.status, answer.json.code]).toEqual([422, 'unreadable_file'])
    expect(answer.json.fields[0].code).toBe(code)
  }
})

it('A table is read out of an archive, and another one of it where that is wanted', async () => {
  const officer = clients.information_officer
  const archive = readFileSync(new URL('../files/tables/activities.zip', import.meta.url))
  const { status, json } = await officer.upload('activities.zip', archive)
  expect(status).toBe(201)
  expect(json.recognition).toMatchObject({ format: 'csv', sheet: 'ethiopia_4w_aug_2025.csv' })
  expect(json.recognition.sheets).toContain('sahel_hno_2017_people_in_need_hxl.xlsx')
  const other = await officer.get(`/api/files/${json.file}/recognition?sheet=sahel_hno_2017_people_in_need_hxl.xlsx`)
  expect(other.json.recognition).toMatchObject({ format: 'xlsx', hxl: true })
  const absent = await officer.get(`/api/files/${json.file}/recognition?sheet=absent.csv`)
  expect([absent.status, absent.json.fields[0].code]).toEqual([422, 'unknown_sheet'])
})

it('A kept file is only the partner\'s that brought it', async () => {
  const { json } = await clients.information_officer.upload('c.csv', csv)
  expect((await clients.contributor.get(`/api/files/${json.file}/recognition`)).status).toBe(200)
  expect((await clients.other_officer.get(`/api/files/${json.file}/recognition`)).status).toBe(404)
  const order = { file: json.file, source: source.id, mapping: {} }
  expect((await clients.other_officer.post('/api/batches', order)).json.fields).toMatchObject([
    { pointer: '/file', code: 'unknown_reference' },
  ])
})

it('A job that fails says why, to who began it alone', async () => {
  const officer = clients.information_officer
  const { json } = await officer.upload('d.csv', 'a,b\n1,2\n')
  const order = await officer.post('/api/batches', { file: json.file, source: source.id, mapping: {} })
  expect((await clients.coordinator.get(`/api/jobs/${order.json.job}`)).status).toBe(404)
  const job = await read(officer, json.file)
  expect(job.state).toBe('failed')
  expect(job.problem.status).toBe(422)
})

it('A source takes no mapping that could not be read by', async () => {
  const mapping = { columns: [{ column: 'n', field: 'number' }] }
  const answer = await clients.information_officer.post('/api/sources', { name: 'unreadable', mapping })
  expect(answer.status).toBe(422)
  expect(answer.json.fields).toMatchObject([{ pointer: '/mapping/columns/0/field', code: 'not_a_choice' }])
})

it('Another partner may propose figures in a source\'s name, and only the source\'s own accepts them', async () => {
  const stranger = clients.other_officer
  const { json } = await stranger.upload('stranger.csv', csv.replace('1200', '1'))
  const job = await read(stranger, json.file, mappingOf(json))
  const path = `/api/batches/${job.batch}`
  const refused = await stranger.post(`${path}/accept`)
  expect([refused.status, refused.json.code]).toEqual([403, 'forbidden'])
  expect((await stranger.get(path)).json.status).toBe('proposed')
  expect((await clients.coordinator.post(`${path}/accept`)).json.status).toBe('accepted')
  expect((await stranger.post(`${path}/withdraw`)).json.status).toBe('withdrawn')
})

it('A file becomes a proposed batch, then a figure, then a corrected one, then none', async () => {
  const officer = clients.information_officer
  const { received, path } = await importFile('gap.csv', csv)
  expect(received.recognition).toMatchObject({ format: 'csv', delimiter: ',', header_row: 1, hxl: false })
  expect(received.recognition.columns.map(({ index, header, field }) => [index, header, field])).toEqual([
    [0, 'Month', 'period'],
    [1, 'Nationality', 'origin'],
    [2, 'People', 'count'],
  ])

  const batch = (await officer.get(path)).json
  expect(batch).toMatchObject({ status: 'proposed', rows: 5, used: 3, rejected: 2, skipped: 0, totals: { crossing: 2400 } })

  const findings = (await officer.get(`${path}/findings`)).json
  expect(findings.items.map(({ severity, row, column, text }) => [severity, row, column, text])).toEqual([
    ['error', 5, 'Nationality', 'Atlantis'],
    ['error', 6, 'People', 'many'],
  ])
  expect(findings.by_code.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  for (const { message } of [...findings.items, ...findings.by_code]) expect(message).not.toMatch(/^findings\./)
  const second = (await officer.get(`${path}/findings?limit=1&after=${1}`)).json
  expect(second.items).toEqual(findings.items.slice(1))

  const effect = (await officer.get(`${path}/effect`)).json
  expect(effect.items).toMatchObject([
    { place: 'GAP', period: '2024-01', before: null, after: 1500 },
    { place: 'GAP', period: '2024-02', before: null, after: 900 },
  ])
  expect(await crossings()).toEqual([])

  expect((await clients.other_officer.post(`${path}/accept`)).status).toBe(403)
  expect((await clients.reader.post(`${path}/accept`)).status).toBe(403)
  expect((await officer.post(`${path}/accept`)).json.status).toBe('accepted')
  expect(await crossings()).toMatchObject([
    { period: '2024-01', count: 1500 },
    { period: '2024-02', count: 900 },
  ])

  const again = await officer.upload('gap.csv', csv)
  expect(again.json.same_as).toBe(batch.id)
  expect(again.json.suggested_source).toBe(source.id)

  const next = await importFile('gap_corrected.csv', corrected)
  const overlaps = (await officer.get(`${next.path}/overlaps`)).json
  expect(overlaps.items.map(({ id }) => id)).toEqual([batch.id])
  await officer.post(`${next.path}/accept`, { supersedes: batch.id })
  expect((await officer.get(path)).json.status).toBe('superseded')
  expect((await crossings()).map(({ count }) => count)).toEqual([1500, 1150])

  const downloaded = await clients.reader.get(`${next.path}/file`)
  expect(downloaded.text).toBe(corrected)
  expect(downloaded.headers.get('content-disposition')).toContain('gap_corrected.csv')

  await officer.post(`${next.path}/withdraw`)
  expect(await crossings()).toEqual([])
})

it('A figure opens to the contributions and the rows behind it', async () => {
  const officer = clients.information_officer
  const { path } = await importFile('open.csv', corrected.replaceAll('2024', '2025'))
  await officer.post(`${path}/accept`)
  const named = `indicator=crossing&place=GAP&period=2025-02`
  const { json } = await clients.reader.get(`/api/figures/explanation?${named}`)
  expect(json.figure.count).toBe(1150)
  const used = json.contributions.filter((contribution) => contribution.used)
  expect(used).toMatchObject([{ source: 'border_service', source_title: 'Border service', count: 1150 }])
  const rows = await clients.reader.get(
    `/api/figures/observations?${named}&batch=${used[0].batch}&contribution=${json.contributions.indexOf(used[0])}`,
  )
  expect(rows.json.items.map(({ row, origin, count }) => [row, origin, count])).toEqual([
    [4, 'VEN', 900],
    [6, 'HTI', 250],
  ])
  const nothing = await clients.reader.get('/api/figures/explanation?indicator=death&place=GAP&period=2025-02')
  expect(nothing.status).toBe(404)
})

it('A source that is not shared stays unnamed in the figure that all see', async () => {
  const officer = clients.information_officer
  const before = source
  source = (await officer.post('/api/sources', { name: 'hidden_source', visibility: 'restricted' })).json
  const { path } = await importFile('hidden.csv', csv.replaceAll('2024', '2021'))
  source = before
  await officer.post(`${path}/accept`)
  const named = 'indicator=crossing&place=GAP&period=2021-01'
  const seenBy = async (client) => {
    const { json } = await client.get(`/api/figures/explanation?${named}`)
    const grouped = await client.get('/api/figures?place=GAP&by=source,period:year&to=2021-12-31')
    return [json.figure.count, json.contributions[0].source, grouped.json.figures[0].source]
  }
  expect(await seenBy(officer)).toEqual([1500, 'hidden_source', 'hidden_source'])
  expect(await seenBy(clients.other_officer)).toEqual([1500, null, null])
})

it('Figures come as JSON, CSV and HXL, and refuse what they do not know', async () => {
  const reader = clients.reader
  const csvAnswer = await reader.get('/api/figures?by=period:year,place&format=csv')
  expect(csvAnswer.text.split('\r\n')[0]).toBe('indicator,place,period,count,at_least,at_most')
  expect((await reader.get('/api/figures?format=hxl')).text.split('\r\n')[1]).toContain('#affected')
  expect((await reader.get('/api/figures?format=xlsx')).text.startsWith('PK')).toBe(true)
  for (const query of ['indicator=flying', 'by=colour', 'from=2024-13-01', 'from=2025-01-01&to=2024-01-01', 'sex=none'])
    expect((await reader.get(`/api/figures?${query}`)).json.code, query).toBe('invalid_query')
})

it('A corridor compares its places and fills no gap', async () => {
  const body = { code: 'test', name: { en: 'Test' }, places: [place.id], indicators: ['crossing'] }
  const corridor = (await clients.coordinator.post('/api/corridors', body)).json
  const { json } = await clients.reader.get(`/api/corridors/${corridor.id}/profile?by=month&from=2025-01-01&to=2025-12-31`)
  expect(json.periods).toEqual(['2025-01', '2025-02'])
  expect(json.places).toMatchObject([{ code: 'GAP', indicator: 'crossing', series: [1500, 1150], sources: [1, 1], total: 2650 }])
  const haitians = await clients.reader.get(`/api/corridors/${corridor.id}/profile?origin=HTI&from=2025-01-01`)
  expect(haitians.json.places[0]).toMatchObject({ series: [300, 250], total: 550, note: null })
})

it('A share of disagreement below what is looked for is refused', async () => {
  expect((await clients.reader.get('/api/disagreements?share=0.2')).status).toBe(200)
  const refused = await clients.reader.get('/api/disagreements?share=0.05')
  expect(refused.status).toBe(400)
  expect(refused.json.fields).toMatchObject([{ pointer: '/share', code: 'too_small' }])
})

it('The first page tells what waits', async () => {
  const officer = clients.information_officer
  const { path } = await importFile('waiting.csv', csv.replaceAll('2024', '2023'))
  const overview = (await officer.get('/api/overview')).json
  expect(overview.waiting.map(({ id }) => id)).toContain(path.split('/').at(-1))
  expect(overview.corridors.map(({ code }) => code)).toContain('test')
})

it('Labels and shapes are there in each language', async () => {
  for (const [lang, name] of [['en', 'Panama'], ['es', 'Panamá'], ['ar', 'بنما']]) {
    const { json } = await clients.anonymous.get(`/api/labels?lang=${lang}`)
    expect(json.countries.PAN).toBe(name)
    expect(json.kinds.partner.name.length).toBeGreaterThan(0)
    expect(json.codes.indicator.crossing.length).toBeGreaterThan(0)
  }
  const shapes = await clients.anonymous.get('/api/map/countries')
  expect(shapes.json.type).toBe('Topology')
  const etag = shapes.headers.get('etag')
  expect((await clients.anonymous.get('/api/map/countries', { 'If-None-Match': etag })).status).toBe(304)
})

it('A sheet is previewed, printed once, and taken away in each format and language', async () => {
  const officer = clients.information_officer
  const subject = { place: place.id, from: '2025-01-01', to: '2025-02-28' }
  const preview = await officer.get(`/api/sheets/preview?${new URLSearchParams({ ...subject, lang: 'ar' })}`)
  expect(preview.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(preview.headers.get('content-security-policy')).toContain('sandbox')
  expect(preview.text).toContain('dir="rtl"')
  expect((await clients.reader.post('/api/sheets', subject)).status).toBe(403)
  const printed = await officer.post('/api/sheets', subject)
  expect(printed.status, printed.text).toBe(201)
  expect(printed.json).toMatchObject({ edition: 1, changed: false })
  const again = await officer.post('/api/sheets', subject)
  expect([again.status, again.json.id]).toEqual([200, printed.json.id])
  for (const [format, type] of [['html', 'text/html'], ['pdf', 'application/pdf'], ['xlsx', 'application/vnd'], ['hxl', 'text/csv']])
    for (const lang of ['en', 'ar']) {
      const answer = await clients.reader.get(`/api/sheets/${printed.json.id}/document?format=${format}&lang=${lang}`)
      expect([answer.status, answer.headers.get('content-type').startsWith(type)], format).toEqual([200, true])
    }
  const nothing = await officer.post('/api/sheets', { ...subject, from: '1990-01-01', to: '1990-12-31' })
  expect([nothing.status, nothing.json.code]).toEqual([409, 'nothing_to_print'])
})

it('The first rows are shown as a mapping reads them, and nothing is kept of it', async () => {
  const officer = clients.information_officer
  const { json } = await officer.upload('preview.csv', csv.replaceAll('2024', '2019'))
  const before = (await officer.get('/api/batches')).json.total
  const seen = await officer.post(`/api/files/${json.file}/preview`, { mapping: mappingOf(json) })
  expect(seen.status, seen.text).toBe(200)
  expect(seen.json).toMatchObject({ rows: 5, used: 3, rejected: 2, skipped: 0, observations: 3, is_all: true })
  expect(seen.json.figures.map(({ row, indicator, place, period, origin, count }) => [row, indicator, place, period, origin, count])).toEqual([
    [2, 'crossing', 'GAP', '2019-01', 'VEN', 1200],
    [3, 'crossing', 'GAP', '2019-01', 'HTI', 300],
    [4, 'crossing', 'GAP', '2019-02', 'VEN', 900],
  ])
  expect(seen.json.findings.map(({ row, code }) => [row, code])).toEqual([[5, 'unknown_country'], [6, 'bad_count']])
  expect((await officer.get('/api/batches')).json.total).toBe(before)
  const incomplete = await officer.post(`/api/files/${json.file}/preview`, { mapping: {} })
  expect([incomplete.status, incomplete.json.code]).toEqual([422, 'incomplete_mapping'])
  expect((await clients.other_officer.post(`/api/files/${json.file}/preview`, {})).status).toBe(404)
})

it('The texts of a column are told, the most frequent first', async () => {
  const officer = clients.information_officer
  const { json } = await officer.upload('texts.csv', csv.replaceAll('2024', '2018'))
  const texts = (await officer.get(`/api/files/${json.file}/texts?column=2`)).json
  expect(texts).toEqual({
    items: [{ text: 'Haiti', rows: 2 }, { text: 'Venezuela', rows: 2 }, { text: 'Atlantis', rows: 1 }],
    is_all: true,
  })
  expect((await clients.other_officer.get(`/api/files/${json.file}/texts?column=2`)).status).toBe(404)
})

it('Of a column about persons the texts are masked, and readers are told none at all', async () => {
  const officer = clients.information_officer
  const { json } = await officer.upload('persons.csv', 'contact person,n\nAmina,1\nAli,2\n')
  const path = `/api/files/${json.file}/texts?column=1`
  expect((await officer.get(path)).json.items).toEqual([{ text: 'A•••', rows: 2 }])
  const { reader } = clients
  expect((await reader.get(path)).json.code).toBe('forbidden')
  const preview = await reader.post(`/api/files/${json.file}/preview`, { mapping: json.mapping })
  expect(preview.json.code).toBe('forbidden')
})

it('The header row is where somebody says it is', async () => {
  const officer = clients.information_officer
  const { json } = await officer.upload('header.csv', `A,B,C\r\n${csv.replaceAll('2024', '2017')}`)
  const again = await officer.get(`/api/files/${json.file}/recognition?header_row=2`)
  expect(again.json.recognition.header_row).toBe(2)
  expect(again.json.mapping.header_row).toBe(2)
  expect(again.json.recognition.columns.map(({ header }) => header)).toEqual(['Month', 'Nationality', 'People'])
})

it('A file much like a source\'s is offered its columns; one of the same shape is read by them', async () => {
  const officer = clients.information_officer
  const before = source
  source = (await officer.post('/api/sources', { name: 'camp_registry', title: { en: 'Camps' } })).json
  const table = 'Reporting month,Citizenship,Registered people,Remarks kept\n2016-01,Haiti,5,none\n'
  const received = (await officer.upload('camps_1.csv', table)).json
  const mapping = { ...mappingOf(received), columns: received.mapping.columns }
  await officer.post(`/api/batches/${(await read(officer, received.file, mapping)).batch}/accept`)
  const { id } = source
  source = before
  const same = (await officer.upload('camps_2.csv', table.replace(',5,', ',6,'))).json
  expect(same.suggested_source).toBe(id)
  expect(same.likely_sources[0]).toEqual({ source: id, same_name: false, columns: 4, matching: 4 })
  expect(same.mapping.set).toEqual(mapping.set)
  const alike = (await officer.upload('camps_3.csv', table.replace('Remarks kept', 'Something else'))).json
  expect(alike.suggested_source).toBe(null)
  expect(alike.likely_sources).toEqual([{ source: id, same_name: false, columns: 4, matching: 3 }])
  expect(alike.mapping.set ?? {}).toEqual({})
})

it('Findings are taken away as CSV, in the language asked for, and no cell is a formula', async () => {
  const officer = clients.information_officer
  const { path } = await importFile('findings.csv', csv.replaceAll('2024', '2015').replace('many', '=1+1'))
  const file = await officer.get(`${path}/findings?format=csv&lang=fr`)
  expect(file.headers.get('content-type')).toContain('text/csv')
  const lines = file.text.trim().split('\r\n')
  expect(lines[0]).toBe('Ligne,Colonne,Texte trouvé,Constat,Attendu,Gravité')
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([['5', 'Nationality', 'Atlantis'], ['6', 'People', "'=1+1"]])
  const one = await officer.get(`${path}/findings?format=csv&code=bad_count`)
  expect(one.text.trim().split('\r\n')).toHaveLength(2)
  expect((await officer.get(`${path}/findings?format=xlsx`)).status).toBe(406)
})

it('A batch is rejected for a reason, and accepted after all', async () => {
  const officer = clients.information_officer
  const { path } = await importFile('rejected.csv', csv.replaceAll('2024', '2014'))
  const reason = 'The ministry sent the wrong year.'
  expect((await officer.post(`${path}/withdraw`, { reason })).json).toMatchObject({ status: 'withdrawn', reason })
  expect((await officer.post(`${path}/withdraw`, { reason: 'x'.repeat(501) })).status).toBe(422)
  expect((await officer.post(`${path}/accept`)).json).toMatchObject({ status: 'accepted', reason: null })
  await officer.post(`${path}/withdraw`)
})

it('A table to correct comes back, and takes the place of what it corrects', async () => {
  const officer = clients.information_officer
  const { path } = await importFile('to_fix.csv', csv.replaceAll('2024', '2013').replace('People', 'Persons'))
  await officer.post(`${path}/accept`)
  const answer = await officer.get(`${path}/corrections.xlsx?lang=ar`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('to_fix-to-correct.xlsx')
  const parts = unzip(answer.bytes)
  expect(parts['xl/worksheets/sheet1.xml']).toContain('state="frozen"')
  expect(parts['xl/comments1.xml'].match(/ref="\w+"/g)).toEqual(['ref="B5"', 'ref="C6"'])
  expect(parts['xl/comments1.xml']).toContain('Atlantis')
  expect(parts['xl/worksheets/sheet2.xml']).toContain('rightToLeft="1"')
  expect((await clients.anonymous.get(`${path}/corrections.xlsx`)).status).toBe(401)

  const table = parts['xl/worksheets/sheet1.xml'].replace('Atlantis', 'Cuba').replace('>many<', '>250<')
  const mended = zip({ ...parts, 'xl/worksheets/sheet1.xml': table })
  const received = (await officer.upload('to_fix-to-correct.xlsx', mended)).json
  expect(received.suggested_source).toBe(source.id)
  expect(received.recognition.sheet).toBe('to_fix')
  const job = await read(officer, received.file, { ...received.mapping, sheet: 'to_fix' })
  expect(job.state, JSON.stringify(job)).toBe('done')
  const batch = (await officer.get(`/api/batches/${job.batch}`)).json
  expect(batch).toMatchObject({ rows: 5, used: 5, rejected: 0, errors: 0, warnings: 0 })
  const old = path.split('/').at(-1)
  const overlaps = (await officer.get(`/api/batches/${job.batch}/overlaps`)).json
  expect(overlaps.items.map(({ id }) => id)).toContain(old)
  await officer.post(`/api/batches/${job.batch}/accept`, { supersedes: old })
  expect((await officer.get(path)).json.status).toBe('superseded')
})
