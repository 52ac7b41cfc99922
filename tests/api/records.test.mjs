// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'

let clients
let number = 0
const unique = (word) => `${word} ${++number}`
const partner = () => ({ name: unique('Partner'), kind: 'ngo', country: 'PAN' })

beforeAll(async () => {
  clients = await everybody()
})

const made = async (client, plural, value) => {
  const answer = await client.post(`/api/${plural}`, value)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}

describe('Who may do what', () => {
  // Rows: who; then the status of listing, reading, making, changing and removing.
  const table = {
    partners: {
      value: partner,
      change: { website: 'https://example.org' },
      maker: 'coordinator',
      anonymous: [200, 404, 401, 401, 401],
      reader: [200, 200, 403, 403, 403],
      contributor: [200, 200, 403, 403, 403],
      information_officer: [200, 200, 403, 403, 403],
      coordinator: [200, 200, 201, 200, 204],
      administrator: [200, 200, 201, 200, 204],
    },
    sources: {
      value: () => ({ name: unique('Source'), title: { en: 'A source' } }),
      change: { licence: 'CC BY 4.0' },
      maker: 'information_officer',
      anonymous: [200, 404, 401, 401, 401],
      reader: [200, 200, 403, 403, 403],
      other_officer: [200, 200, 201, 403, 403],
      contributor: [200, 200, 201, 200, 204],
      information_officer: [200, 200, 201, 200, 204],
      coordinator: [200, 200, 201, 200, 204],
      administrator: [200, 200, 201, 200, 204],
    },
    users: {
      value: () => ({ name: unique('user'), partner: '', role: 'reader', password: 'a long password' }),
      change: { disabled: true },
      maker: 'administrator',
      anonymous: [401, 401, 401, 401, 401],
      reader: [200, 404, 403, 404, 404],
      coordinator: [200, 404, 403, 404, 404],
      administrator: [200, 200, 201, 200, 204],
    },
  }
  const rows = Object.entries(table).flatMap(([plural, { value, change, maker, ...expected }]) =>
    Object.entries(expected).map(([who, statuses]) => ({ plural, value, change, maker, who, statuses })),
  )

  it.each(rows)('$who with $plural: $statuses', async ({ plural, value, change, maker, who, statuses }) => {
    const complete = async () => {
      const body = value()
      if (body.partner === '')
        body.partner = (await clients.administrator.get('/api/partners?limit=1')).json.items[0].id
      return body
    }
    const client = clients[who]
    const { id } = await made(clients[maker], plural, await complete())
    const path = `/api/${plural}/${id}`
    expect([
      (await client.get(`/api/${plural}`)).status,
      (await client.get(path)).status,
      (await client.post(`/api/${plural}`, await complete())).status,
      (await client.patch(path, 1, change)).status,
      (await client.remove(path, statuses[3] === 200 ? 2 : 1)).status,
    ]).toEqual(statuses)
  })

  it('What may not be read is in no list and no total', async () => {
    const name = unique('Undisclosed')
    const hidden = await made(clients.information_officer, 'sources', { name, visibility: 'restricted' })
    const seen = async (who) => {
      const list = await clients[who].get(`/api/sources?q=${encodeURIComponent(name)}`)
      return [list.json.total, (await clients[who].get(`/api/sources/${hidden.id}`)).status]
    }
    expect(await seen('reader')).toEqual([1, 200]) // of the same partner
    expect(await seen('other_officer')).toEqual([0, 404])
    expect(await seen('administrator')).toEqual([1, 200])
  })

  it('A total is known to the last record, for each reader and after each change', async () => {
    const word = unique('Counted')
    const totals = async (who) => {
      const seen = []
      for (const limit of [1, 1, 2, 9]) {
        const { json } = await clients[who].get(`/api/sources?q=${encodeURIComponent(word)}&limit=${limit}`)
        expect(json.items.length).toBe(Math.min(limit, json.total))
        seen.push(json.total)
      }
      return seen
    }
    for (const visibility of ['partners', 'restricted', 'partners'])
      await made(clients.information_officer, 'sources', { name: unique(word), visibility })
    expect(await totals('reader')).toEqual([3, 3, 3, 3])
    expect(await totals('other_officer')).toEqual([2, 2, 2, 2])
    const more = await made(clients.information_officer, 'sources', { name: unique(word) })
    expect(await totals('other_officer')).toEqual([3, 3, 3, 3])
    await clients.information_officer.patch(`/api/sources/${more.id}`, 1, { visibility: 'restricted' })
    expect(await totals('other_officer')).toEqual([2, 2, 2, 2])
    await clients.administrator.remove(`/api/sources/${more.id}`, 2)
    expect(await totals('administrator')).toEqual([3, 3, 3, 3])
  })

  it('A password is written and never read', async () => {
    const owner = (await clients.administrator.get('/api/partners?limit=1')).json.items[0].id
    const name = unique('user')
    const body = { name, partner: owner, role: 'reader', password: 'a long password' }
    const answer = await clients.administrator.post('/api/users', body)
    expect(answer.text).not.toMatch(/password|argon2/)
    expect((await clients.anonymous.post('/api/session', { name, password: body.password })).status).toBe(200)
    const short = await clients.administrator.post('/api/users', { ...body, name: unique('user'), password: 'x' })
    expect(short.json.fields).toMatchObject([{ pointer: '/password', code: 'too_short' }])
  })
})

describe('A record', () => {
  it('comes back as it was made, with its envelope', async () => {
    const value = partner()
    const answer = await clients.coordinator.post('/api/partners', value)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.headers.get('location')).toBe(`/api/partners/${answer.json.id}`)
    expect(answer.json).toMatchObject({ ...value, version: 1, visibility: 'partners' })
    expect((await clients.reader.get(`/api/partners/${answer.json.id}`)).json).toEqual(answer.json)
  })

  it('changes only in what is named, and only from the version that was seen', async () => {
    const { id, name } = await made(clients.coordinator, 'partners', partner())
    const path = `/api/partners/${id}`
    const change = (version) => clients.coordinator.patch(path, version, { website: 'https://example.org' })
    expect((await change(undefined)).json.code).toBe('precondition_required')
    const changed = await change(1)
    expect(changed.status).toBe(200)
    expect(changed.json).toMatchObject({ name, version: 2, website: 'https://example.org' })
    const stale = await change(1)
    expect([stale.status, stale.json.code]).toEqual([412, 'precondition_failed'])
  })

  it('keeps its history', async () => {
    const { id } = await made(clients.coordinator, 'partners', partner())
    await clients.coordinator.patch(`/api/partners/${id}`, 1, { country: 'CRI' })
    const { items } = (await clients.reader.get(`/api/partners/${id}/history`)).json
    expect(items.map(({ verb, version }) => [verb, version])).toEqual([['create', 1], ['change', 2]])
    expect(items[1].change).toEqual([{ field: 'country', from: 'PAN', to: 'CRI' }])
    expect(items[1].principal).toContain('coordinator')
  })

  it.each([
    ['nothing', {}, ['/kind required', '/name required']],
    ['an unknown member', { ...partner(), colour: 'red' }, ['/colour unknown_field']],
    ['a word that is no choice', { ...partner(), kind: 'club' }, ['/kind not_a_choice']],
    ['a number as name', { ...partner(), name: 7 }, ['/name not_text']],
    ['a foreign visibility', { ...partner(), visibility: 'all' }, ['/visibility not_a_choice']],
  ])('is refused with %s, member by member', async (_, value, expected) => {
    const answer = await clients.coordinator.post('/api/partners', value)
    expect(answer.status).toBe(422)
    expect(answer.json.fields.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(expected)
    for (const { message } of answer.json.fields) expect(message).not.toMatch(/^field_problems/)
  })

  it.each([
    ['a stranger to JSON', '{"name"', 400, 'malformed_json'],
    ['a list', '[]', 400, 'malformed_json'],
    ['deep nesting', '['.repeat(100), 400, 'malformed_json'],
    ['too much', JSON.stringify({ name: 'x'.repeat(300_000) }), 413, 'body_too_large'],
  ])('is refused as %s', async (_, body, status, code) => {
    const answer = await clients.coordinator.send('POST', '/api/partners', {
      body,
      headers: { 'Content-Type': 'application/json' },
    })
    expect([answer.status, answer.json.code]).toEqual([status, code])
  })

  it('is not made twice under a name that must be unique', async () => {
    const value = partner()
    await made(clients.coordinator, 'partners', value)
    const again = await clients.coordinator.post('/api/partners', value)
    expect([again.status, again.json.code]).toEqual([409, 'already_exists'])
  })

  it('stays while others refer to it', async () => {
    const { id } = await made(clients.coordinator, 'partners', partner())
    await made(clients.coordinator, 'sources', { name: unique('Source'), publisher: id })
    const answer = await clients.coordinator.remove(`/api/partners/${id}`, 1)
    expect([answer.status, answer.json.code]).toEqual([409, 'still_referenced'])
  })
})

describe('A list', () => {
  it('comes page by page, each record once', async () => {
    const names = []
    for (let i = 0; i < 7; ++i)
      names.push((await made(clients.coordinator, 'partners', { ...partner(), short_name: 'paged' })).name)
    const seen = []
    let after = ''
    do {
      const { json } = await clients.reader.get(
        `/api/partners?short_name=paged&sort=-name&limit=3${after && `&after=${after}`}`,
      )
      expect(json.total).toBe(7)
      seen.push(...json.items.map(({ name }) => name))
      after = json.next
    } while (after)
    expect(seen).toEqual(names.sort().reverse())
  })

  it.each([
    ['limit=0', 'too_small'],
    ['limit=1000000', 'too_large'],
    ['limit=ten', 'not_whole_number'],
    ['colour=red', 'unknown_field'],
    ['limit=1&limit=2', 'repeated'],
    ['sort=colour', null],
    ['after=nonsense', null],
  ])('refuses ?%s', async (query, code) => {
    const answer = await clients.reader.get(`/api/partners?${query}`)
    expect([answer.status, answer.json.code]).toEqual([400, 'invalid_query'])
    if (code) expect(answer.json.fields[0].code).toBe(code)
  })

  it('can be taken away as CSV, as HXL and as a workbook', async () => {
    await made(clients.coordinator, 'partners', { ...partner(), short_name: '=1+1' })
    const csv = await clients.reader.get('/api/partners', { Accept: 'text/csv' })
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.text.split('\r\n')[0]).toContain('name,short_name,kind,country')
    expect(csv.text).toContain("'=1+1")
    const hxl = await clients.reader.get('/api/partners?format=hxl')
    expect(hxl.text.split('\r\n')[1]).toContain('#org+name')
    const workbook = await clients.reader.get('/api/partners?format=xlsx')
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
    expect(workbook.headers.get('content-disposition')).toContain('partners.xlsx')
    expect(workbook.text.startsWith('PK')).toBe(true)
    expect((await clients.reader.get('/api/partners?format=pdf')).status).toBe(406)
    expect((await clients.reader.get('/api/partners', { Accept: 'image/png' })).status).toBe(406)
  })

  it('comes compressed to who asks for it', async () => {
    const answer = await clients.reader.get('/api/partners', { 'Accept-Encoding': 'gzip' })
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    expect(answer.json.items.length).toBeGreaterThan(0)
  })
})
