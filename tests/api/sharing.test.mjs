// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'
import { command, importTable } from './command_line.mjs'
import { zip } from './zip.mjs'

// Of Northern Office: information_officer, contributor and reader; of others: other_officer and
// coordinator.
const readers = ['reader', 'contributor', 'other_officer', 'coordinator', 'administrator']

let clients
let officer
let stranger
let place
let sources
let number = 0

beforeAll(async () => {
  clients = await everybody()
  officer = clients.information_officer
  stranger = clients.other_officer
  const value = { code: 'FORD', name: { en: 'The Ford' }, kind: 'border' }
  place = (await clients.coordinator.post('/api/places', value)).json
  const add = async (client, name) =>
    (await client.post('/api/sources', { name, title: { en: `${name} service` } })).json.id
  sources = { tacit: await add(officer, 'tacit'), vocal: await add(stranger, 'vocal') }
})

// Brings a file of one count for a month; gives its batch.
async function bring(client, source, month, count, more = {}) {
  const name = `undisclosed_${++number}.csv`
  const text = `period,persons\n${month},${count}\n${month},none\n`
  const { file, mapping } = (await client.upload(name, text)).json
  const set = { ...mapping.set, indicator: 'crossing', place: place.code }
  const order = { file, source: sources[source], mapping: { ...mapping, set }, ...more }
  return { ...(await read(client, order)), name, order }
}
async function read(client, order) {
  const { job } = (await client.post('/api/batches', order)).json
  for (;;) {
    const { state, batch, problem } = (await client.get(`/api/jobs/${job}`)).json
    expect(problem).toBeNull()
    if (state === 'done') return { path: `/api/batches/${batch}`, id: batch }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
async function bringRows(client, source, more, month, ...rows) {
  const name = `undisclosed_${++number}.csv`
  const text = `period,citizenship,persons\n${rows.map((row) => `${month},${row}\n`).join('')}`
  const { file, mapping } = (await client.upload(name, text)).json
  const set = { ...mapping.set, indicator: 'crossing', place: place.code }
  const order = { file, source: sources[source], mapping: { ...mapping, set }, ...more }
  const { id, path } = await read(client, order)
  expect((await client.post(`${path}/accept`)).status).toBe(200)
  return { id, path, name }
}
async function accepted(...words) {
  const batch = await bring(...words)
  expect((await words[0].post(`${batch.path}/accept`)).status).toBe(200)
  return batch
}

const question = (month) => `indicator=crossing&place=FORD&period=${month}`
async function count(client, month) {
  const asked = 'indicator=crossing&place=FORD&by=period:month'
  const { figures } = (await client.get(`/api/figures?${asked}`)).json
  return figures.find(({ period }) => period === month)?.count ?? null
}
const everybodysCount = async (month) => {
  const counts = await Promise.all(readers.map((who) => count(clients[who], month)))
  expect(new Set(counts).size, `${month}: ${counts}`).toBe(1)
  return counts[0]
}

describe('A batch', () => {
  it.each([
    ['1990-01', 'partners', 100, [200, 200, 200, 200, 200]],
    ['1990-02', 'restricted', 100, [200, 200, 404, 404, 200]],
    ['1990-03', 'confidential', null, [404, 200, 404, 404, 200]],
  ])('of %s that is %s counts for everybody alike, and is shown to whom it is', async (month, visibility, counted, statuses) => {
    const batch = await accepted(officer, 'tacit', month, 100, { visibility })
    expect(await everybodysCount(month)).toBe(counted)
    for (const part of ['', '/findings', '/effect', '/overlaps', '/file', '/history']) {
      const answers = await Promise.all(readers.map((who) => clients[who].get(batch.path + part)))
      expect(answers.map(({ status }) => status), part).toEqual(statuses)
    }
    for (const [at, who] of readers.entries()) {
      const list = await clients[who].get(`/api/batches?file_name=${batch.name}`)
      expect(list.json.total, who).toBe(statuses[at] === 200 ? 1 : 0)
    }
  })

  it('that is kept changes nothing until it is released, and then at once', async () => {
    await accepted(stranger, 'vocal', '1990-04', 50)
    const { path } = await bring(officer, 'tacit', '1990-04', 900, { visibility: 'confidential' })
    expect((await officer.get(`${path}/effect`)).json).toEqual({ items: [], total: 0 })
    expect((await officer.post(`${path}/accept`)).json.status).toBe('accepted')
    expect(await everybodysCount('1990-04')).toBe(50)
    expect((await stranger.get('/api/disagreements?place=FORD')).json.items).toEqual([])
    expect((await officer.post(`${path}/share`, { visibility: 'restricted' })).status).toBe(200)
    expect(await everybodysCount('1990-04')).toBe(900)
    expect((await officer.post(`${path}/share`, { visibility: 'confidential' })).status).toBe(200)
    expect(await everybodysCount('1990-04')).toBe(50)
  })

  it('is as open as the last one of the same source and owner, where nobody says it', async () => {
    const visibility = async ({ path }) => (await officer.get(path)).json.visibility
    await bring(officer, 'tacit', '1991-01', 1, { visibility: 'confidential' })
    expect(await visibility(await bring(officer, 'tacit', '1991-02', 1))).toBe('confidential')
    expect(await visibility(await bring(officer, 'tacit', '1991-03', 1, { visibility: 'partners' }))).toBe('partners')
    expect(await visibility(await bring(officer, 'tacit', '1991-04', 1))).toBe('partners')
    const strangers = await bring(stranger, 'tacit', '1991-05', 1)
    expect(await visibility(strangers)).toBe('partners')
  })

  it.each([
    ['1994-01', 'public', [403, 200, 403, 200, 200, 403]],
    ['1994-02', 'partners', [403, 200, 403, 200, 200, 404]],
  ])('of %s with names that is %s shares what was read, and not its file', async (month, visibility, statuses) => {
    const text = `period,persons,Full name\n${month},4,Invented Person\n${month},many,Invented Person\n`
    const { file, mapping } = (await officer.upload(`undisclosed_${++number}.csv`, text)).json
    const set = { ...mapping.set, indicator: 'crossing', place: place.code }
    const order = { file, source: sources.tacit, mapping: { ...mapping, set }, visibility }
    const { path } = await read(officer, order)
    const all = [...readers, 'anonymous']
    for (const part of ['/file', '/corrections.xlsx']) {
      const answers = await Promise.all(all.map((who) => clients[who].get(path + part)))
      const expected = part === '/file' ? statuses : [...statuses.slice(0, -1), 401]
      expect(answers.map(({ status }) => status), part).toEqual(expected)
      for (const { status, json } of answers.filter(({ status }) => status === 403))
        expect([status, json.code, json.fields[0].code]).toEqual([403, 'forbidden', 'file_about_persons'])
    }
    for (const [at, who] of readers.entries()) {
      const { json } = await clients[who].get(`${path}/findings`)
      expect([json.file_withheld, json.items.find(({ row }) => row === 3).text], who).toEqual(
        statuses[at] === 403 ? [true, 'm•••'] : [false, 'many'],
      )
      const table = (await clients[who].get(`${path}/findings?format=csv`)).text
      expect(table.includes('“many”'), who).toBe(statuses[at] === 200)
    }
  })

  it('of e-mail addresses without a header tells nobody what stands in its place', async () => {
    const rows = ['1994-03', '1994-04', '1994-05'].map((month, i) => `${month},4,who${i}@example.org\n`)
    const { file, mapping } = (await officer.upload(`headless_${++number}.csv`, rows.join(''))).json
    const set = { ...mapping.set, indicator: 'crossing', place: place.code }
    const columns = mapping.columns.map((column) => (column.number === 1 ? { ...column, field: 'period' } : column))
    const { path } = await read(officer, { file, source: sources.tacit, mapping: { ...mapping, columns, set } })
    expect((await officer.post(`${path}/accept`)).status).toBe(200)
    for (const asked of [path, `${path}/findings`, `/api/sources/${sources.tacit}`]) {
      const { status, text } = await clients.reader.get(asked)
      expect([status, text.includes('@example')], asked).toEqual([200, false])
    }
    const { items, file_withheld } = (await clients.reader.get(`${path}/findings`)).json
    expect([file_withheld, items.map(({ code }) => code)]).toEqual([true, ['personal_column']])
  })

  it('out of an archive with a list of persons is withheld too', async () => {
    const people = `no,Full name,Phone\n${[1, 2, 3].map((i) => `${i},Invented ${i},345 ${i}`).join('\n')}\n`
    const bytes = zip({ 'figures.csv': 'period,persons\n1994-06,4\n1994-07,5\n', 'people.csv': people })
    const { file } = (await officer.upload(`archive_${++number}.zip`, bytes)).json
    const columns = [
      { column: 'period', field: 'period' },
      { column: 'persons', field: 'count' },
    ]
    const set = { indicator: 'crossing', place: place.code }
    const chosen = { sheet: 'figures.csv', columns, set }
    const { path } = await read(officer, { file, source: sources.tacit, mapping: chosen })
    const { json } = await clients.reader.get(`${path}/findings?code=personal_column_elsewhere`)
    expect(json.items.map(({ column }) => column)).toEqual(['Full name', 'Phone'])
    expect((await clients.reader.get(`${path}/file`)).status).toBe(403)
  })

  it('shares its file no more once names were found in another of its tables', async () => {
    const text = 'period,persons\n1994-03,4\n1994-03,5\n\nLine,month,n\n+507 6000 0000,1994-04,2\n'
    const { file, mapping } = (await officer.upload(`undisclosed_${++number}.csv`, text)).json
    const set = { indicator: 'crossing', place: place.code }
    const order = { file, source: sources.tacit, visibility: 'partners' }
    const { path } = await read(officer, { ...order, mapping: { ...mapping, set } })
    const asked = async () => (await stranger.get(`${path}/file`)).status
    expect(await asked()).toBe(200)
    const second = (await officer.get(`/api/files/${file}/recognition?header_row=5`)).json.mapping
    await read(officer, { ...order, mapping: { ...second, set } })
    expect(await asked()).toBe(403)
  })

  it('is shared by its owner\'s people alone', async () => {
    const { path } = await bring(officer, 'tacit', '1991-06', 1, { visibility: 'partners' })
    const share = (who, visibility) => clients[who].post(`${path}/share`, { visibility })
    for (const who of ['reader', 'other_officer', 'coordinator'])
      expect((await share(who, 'confidential')).json.code, who).toBe('forbidden')
    expect((await share('contributor', 'restricted')).json.visibility).toBe('restricted')
    for (const who of ['other_officer', 'coordinator'])
      expect((await share(who, 'partners')).status, who).toBe(404)
    const { items } = (await officer.get(`${path}/history`)).json
    expect(items.at(-1)).toMatchObject({
      verb: 'share',
      change: [{ field: 'visibility', from: 'partners', to: 'restricted' }],
    })
  })

  it('that is released may name partners who see it', async () => {
    const { path } = await bring(officer, 'tacit', '1991-07', 1, { visibility: 'restricted' })
    const { owner } = (await stranger.get(`/api/sources/${sources.vocal}`)).json
    const shared = await officer.post(`${path}/share`, { visibility: 'restricted', shared_with: [owner] })
    expect(shared.json.shared_with).toEqual([owner])
    expect((await stranger.get(path)).status).toBe(200)
    expect((await clients.coordinator.get(path)).status).toBe(404)
  })

  it('that was read before is shared as is chosen now', async () => {
    const { path, id, order } = await bring(officer, 'tacit', '1991-09', 1, { visibility: 'partners' })
    const again = await read(officer, { ...order, visibility: 'confidential' })
    expect(again.id).toBe(id)
    expect((await officer.get(path)).json.visibility).toBe('confidential')
  })

  it('is not shared by whoever has not seen what somebody else chose meanwhile', async () => {
    const { path } = await bring(officer, 'tacit', '1991-10', 1, { visibility: 'partners' })
    const share = (visibility, version) =>
      officer.post(`${path}/share`, { visibility }, { 'If-Match': `"${version}"` })
    expect((await share('confidential', 1)).json.version).toBe(2)
    const stale = await share('restricted', 1)
    expect([stale.status, stale.json.code]).toEqual([412, 'precondition_failed'])
    expect((await share('restricted', 2)).json.visibility).toBe('restricted')
  })

  it.each([
    [{ shared_with: [] }, '/visibility', 'required'],
    [{ visibility: 'restricted', shared_with: ['018bcfe5-6800-7000-8000-000000000099'] }, '/shared_with', 'unknown_reference'],
    [{ visibility: 'partners', shared_with: ['018bcfe5-6800-7000-8000-000000000099'] }, '/shared_with', 'only_if_restricted'],
  ])('is not read to be shared by %j', async (sharing, pointer, code) => {
    const { order } = await bring(officer, 'tacit', '1991-11', 1, { visibility: 'partners' })
    const { visibility, ...rest } = order
    const refused = await officer.post('/api/batches', { ...rest, ...sharing })
    expect(refused.status).toBe(422)
    expect(refused.json.fields).toMatchObject([{ pointer, code }])
  })

  it.each([
    [{}, '/visibility', 'required'],
    [{ visibility: 'kept' }, '/visibility', 'not_a_choice'],
    [{ visibility: 'partners', shared_with: ['018bcfe5-6800-7000-8000-000000000099'] }, '/shared_with', 'only_if_restricted'],
    [{ visibility: 'partners', rows: 3 }, '/rows', 'unknown_field'],
  ])('is not shared by %j', async (body, pointer, code) => {
    const { path } = await bring(officer, 'tacit', '1991-08', 1)
    const refused = await officer.post(`${path}/share`, body)
    expect(refused.status).toBe(422)
    expect(refused.json.fields).toMatchObject([{ pointer, code }])
  })
})

describe('Of what is not shared', () => {
  beforeAll(async () => {
    await accepted(officer, 'tacit', '1992-01', 20000, { visibility: 'restricted' })
    await accepted(stranger, 'vocal', '1992-01', 15400, { visibility: 'restricted' })
  })
  const explained = async (client) => (await client.get(`/api/figures/explanation?${question('1992-01')}`)).json

  it('a reader sees its part in the figure, and of what is set aside that there is something', async () => {
    const seen = await explained(stranger)
    expect(seen.figure.count).toBe(20000)
    expect(seen.contributions).toMatchObject([
      { batch: null, source: null, source_title: null, count: 20000, observations: null, used: true, breakdown: [] },
      { source: 'vocal', count: 15400, used: false },
    ])
    const known = await explained(officer)
    expect(known.contributions).toMatchObject([
      { source: 'tacit', source_title: 'tacit service', count: 20000, observations: 1, used: true },
      { batch: null, source: null, source_title: null, period: null, count: null, observations: null, used: false, reason: 'not_shared', breakdown: [] },
    ])
    for (const { reason_text } of known.contributions) expect(reason_text).not.toMatch(/^figures\./)
  })

  it('no row is shown', async () => {
    const { batch } = (await explained(officer)).contributions[0]
    const path = `/api/figures/observations?${question('1992-01')}&batch=${batch}&contribution=0`
    expect((await officer.get(path)).json.items).toHaveLength(1)
    for (const who of ['other_officer', 'coordinator']) expect((await clients[who].get(path)).status, who).toBe(404)
  })

  it('figures by source name nobody, and add up to the same', async () => {
    const asked = '/api/figures?place=FORD&from=1992-01-01&to=1992-12-31&by=source'
    const { figures } = (await clients.coordinator.get(asked)).json
    expect(figures).toMatchObject([{ source: null, count: 20000 }])
    const named = await clients.coordinator.get(`/api/figures/explanation?indicator=crossing&place=FORD&source=tacit&by=source&from=1992-01-01&to=1992-12-31`)
    expect(named.status, 'a name that is guessed').toBe(404)
    const opened = await clients.coordinator.get(`/api/figures/explanation?indicator=crossing&place=FORD&by=place,source&from=1992-01-01&to=1992-12-31`)
    expect(opened.json.contributions[0]).toMatchObject({ source: null, count: 20000, used: true })
    for (const [lang, said] of [['en', 'a source not shared with you'], ['ar', 'مصدر غير مُشارَك معك']])
      expect((await clients.coordinator.get(`${asked}&format=csv&lang=${lang}`)).text).toContain(said)
  })

  it('how many persons a figure is at most rests on what each reader knows of, whoever asked before', async () => {
    const asked = '/api/figures?place=FORD&from=1992-01-01&to=1992-01-31&by=place'
    const most = async (client) => (await client.get(asked)).json.figures[0].at_most
    expect(await most(clients.administrator)).toBe(20000 + 15400)
    expect(await most(clients.coordinator)).toBe(20000)
    expect(await most(stranger)).toBe(20000 + 15400)
    expect(await most(officer)).toBe(20000)
  })

  it.each(['json', 'csv'])('tables by source differ in nothing but names, as %s', async (format) => {
    const asked = `/api/figures?place=FORD&from=1992-01-01&to=1992-12-31&by=source,period:month&format=${format}`
    const answers = await Promise.all(readers.map(async (who) => (await clients[who].get(asked)).text))
    const unnamed = answers.map((text) => text.replace(/"fingerprint":"[^"]*"/, '').replace(/"source":(null|"(tacit|vocal)")|a source not shared with you|tacit|vocal/g, '?'))
    expect(new Set(unnamed.map((text) => text.split(/\n|},/).sort().join('\n'))).size).toBe(1)
    expect(answers[readers.indexOf('coordinator')]).not.toMatch(/tacit/)
    expect(answers[readers.indexOf('administrator')]).toMatch(/tacit/)
  })

  it('a disagreement tells that it differs, and not by how much', async () => {
    const sourcesFor = async (client, query = '') => {
      const { items } = (await client.get(`/api/disagreements?place=FORD${query}`)).json
      const { sources, share } = items.find(({ period }) => period === '1992-01') ?? {}
      return [sources?.map(({ title, count }) => [title, count]), share]
    }
    expect(await sourcesFor(officer)).toEqual([[['tacit service', 20000], [null, null]], null])
    expect(await sourcesFor(stranger)).toEqual([[[null, 20000], ['vocal service', 15400]], 0.23])
    expect(await sourcesFor(clients.coordinator)).toEqual([[[null, 20000], [null, null]], null])
    expect((await sourcesFor(clients.administrator))[1]).toBe(0.23)
    expect(await sourcesFor(officer, '&share=0.15')).toEqual([undefined, undefined])
  })

  it('a sheet, which all partners read, names nothing in any language and format', async () => {
    const days = { place: place.id, from: '1992-01-01', to: '1992-12-31' }
    const printed = await clients.coordinator.post('/api/sheets', days)
    expect(printed.status).toBe(201)
    for (const [lang, said] of [['en', 'a source not shared with you'], ['fr', 'une source non partagée avec vous']]) {
      const { text } = await officer.get(`/api/sheets/${printed.json.id}/document?lang=${lang}`)
      expect(text).toContain(said)
      for (const word of [/tacit/, /vocal/, /undisclosed/, /15.?400/]) expect(text).not.toMatch(word)
    }
  })

  it('a superseded file cannot be guessed at by what its absence would change', async () => {
    const { path } = await bring(stranger, 'vocal', '1992-01', 5)
    const { batch } = (await explained(officer)).contributions[0]
    expect((await stranger.get(`${path}/effect?supersedes=${batch}`)).status).toBe(404)
  })

  it('nobody finds out by trying what a file is set aside for', async () => {
    const shared = await accepted(officer, 'tacit', '1992-03', 20000, { visibility: 'partners' })
    const hidden = await accepted(stranger, 'vocal', '1992-03', 15400, { visibility: 'restricted' })
    const effect = async (client, { path }, superseded) => {
      const query = superseded ? `?supersedes=${superseded.id}` : ''
      const { status, json } = await client.get(`${path}/effect${query}`)
      const change = json.items?.find(({ period }) => period === '1992-03')
      return status === 200 ? [change.before, change.after, change.untold] : json.code
    }
    const own = await bring(officer, 'tacit', '1992-03', 1, { visibility: 'partners' })
    expect(await effect(officer, own, shared)).toEqual([20000, null, true])
    expect(await effect(clients.administrator, own, shared)).toEqual([20000, 15400, false])
    expect(await effect(officer, own, hidden)).toBe('not_found')
    const another = await bring(stranger, 'tacit', '1992-03', 2, { visibility: 'partners' })
    expect(await effect(stranger, another, shared)).toBe('forbidden')
    const of_another_source = await bring(stranger, 'vocal', '1992-03', 3, { visibility: 'partners' })
    expect(await effect(stranger, of_another_source, shared)).toBe('not_proposed')
    const high = await bring(officer, 'tacit', '1992-03', 30000, { visibility: 'partners' })
    expect(await effect(officer, high)).toEqual([20000, 30000, false])
    const strangers = await bring(clients.coordinator, 'tacit', '1992-03', 40000, { visibility: 'partners' })
    expect(await effect(clients.reader, strangers), 'who could not accept it').toEqual([20000, null, true])
  })

  it('the id of a file is not told by one that corrects it, and who does not know it decides all the same', async () => {
    const kept = await accepted(officer, 'tacit', '1992-04', 10, { visibility: 'confidential' })
    const { path, id, name } = await bring(officer, 'tacit', '1992-04', 11, { visibility: 'partners' })
    expect((await officer.post(`${path}/accept`, { supersedes: kept.id })).json.supersedes).toBe(kept.id)
    const { coordinator } = clients
    for (const address of [path, `/api/batches?file_name=${name}`, `/api/batches?file_name=${name}&format=csv`, `${path}/history`]) {
      expect((await officer.get(address)).text, address).toContain(kept.id)
      const seen = await coordinator.get(address)
      expect(seen.status, address).toBe(200)
      expect(seen.text, address).not.toContain(kept.id)
    }
    for (const query of [`supersedes=${kept.id}`, 'sort=supersedes', 'sort=-supersedes'])
      expect((await coordinator.get(`/api/batches?limit=1&${query}`)).status, query).toBe(400)
    const withdrawn = await coordinator.post(`${path}/withdraw`)
    expect(withdrawn.json).toMatchObject({ id, status: 'withdrawn', supersedes: null })
    const again = await coordinator.post(`${path}/accept`)
    expect(again.json).toMatchObject({ id, status: 'accepted', supersedes: null })
    expect((await officer.get(path)).json.supersedes).toBe(kept.id)
    expect(await everybodysCount('1992-04')).toBe(11)
  })

  it('a kept file is opened for who may import for its partner', async () => {
    const { path, order } = await bring(officer, 'tacit', '1992-05', 10, { visibility: 'confidential' })
    const recognition = `/api/files/${order.file}/recognition`
    const opened = async () => {
      const asked = ['reader', 'contributor', 'other_officer']
      return Promise.all(asked.map(async (who) => (await clients[who].get(recognition)).status))
    }
    expect(await opened()).toEqual([403, 200, 404])
    await officer.post(`${path}/share`, { visibility: 'public' })
    expect(await opened()).toEqual([403, 200, 404])
    expect((await clients.anonymous.get(`${path}/file`)).status).toBe(200)
    expect((await clients.anonymous.get(recognition)).status).toBe(401)
  })

  it('what is set aside does not show how it is broken down', async () => {
    await bringRows(officer, 'tacit', { visibility: 'partners' }, '1992-05', ['VEN', 90], ['HTI', 80])
    await bringRows(stranger, 'vocal', { visibility: 'restricted' }, '1992-05', ['VEN', 40], ['CUB', 30])
    const untold = async (origin) => {
      const asked = `${question('1992-05')}&by=origin&origin=${origin}`
      const { status, json } = await officer.get(`/api/figures/explanation?${asked}`)
      expect(status, origin).toBe(200)
      return json.contributions.filter(({ batch }) => !batch).length
    }
    for (const origin of ['VEN', 'HTI', 'CUB', 'BRA']) expect(await untold(origin), origin).toBe(1)
  })
})

it('The command line keeps, releases and shares, at once and later', () => {
  const rows = [['month', 'n'], ['1993-01', 12]]
  const more = ['--source', 'ford', '--indicator', 'crossing', '--place', 'FORD']
  const kept = importTable('kept.csv', rows, ...more, '--keep')
  expect(kept).toMatchObject({ status: 'accepted', visibility: 'confidential' })
  const figure = () => String(command('figures', '--place', 'FORD', '--from', '1993-01-01', '--to', '1993-12-31', '--format', 'csv').stdout)
  expect(figure()).not.toContain(',12')
  for (const [word, said] of [['release', 'Joint figures only'], ['share', 'Shared']]) {
    const done = command(word, kept.batch)
    expect(done.status, String(done.stderr)).toBe(0)
    expect(String(command('batches').stdout)).toMatch(new RegExp(`${kept.batch}  Accepted +${said} `))
    expect(figure()).toContain(',12')
  }
  expect(command('import', 'x.csv', '--source', 'ford', '--keep', '--share').status).toBe(2)
})
