// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'

let clients
let south
let number = 0

beforeAll(async () => {
  clients = await everybody()
  const { items } = (await clients.reader.get('/api/partners?name=Southern Office')).json
  south = items[0].id
})

const source = async (sharing) => {
  const value = { name: `Undisclosed ${++number}`, title: { en: 'A quiet report' }, ...sharing }
  const answer = await clients.information_officer.post('/api/sources', value)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const path = ({ id }) => `/api/sources/${id}`
const reading = async (record) => {
  const readers = ['anonymous', 'reader', 'contributor', 'other_officer', 'coordinator', 'administrator']
  return Promise.all(readers.map(async (who) => (await clients[who].get(path(record))).status))
}

describe('Who reads a record', () => {
  // Of Northern Office: reader and contributor; of another: other_officer and coordinator.
  it.each([
    ['public', {}, [200, 200, 200, 200, 200, 200]],
    ['partners', {}, [404, 200, 200, 200, 200, 200]],
    ['restricted', {}, [404, 200, 200, 404, 404, 200]],
    ['confidential', {}, [404, 404, 200, 404, 404, 200]],
  ])('follows from %s', async (visibility, more, statuses) => {
    expect(await reading(await source({ visibility, ...more }))).toEqual(statuses)
  })

  it('are also the partners that a restricted one names; they change nothing', async () => {
    const record = await source({ visibility: 'restricted', shared_with: [south] })
    expect(record.shared_with).toEqual([south])
    expect(await reading(record)).toEqual([404, 200, 200, 200, 404, 200])
    const list = await clients.other_officer.get(`/api/sources?q=${encodeURIComponent(record.name)}`)
    expect(list.json.total).toBe(1)
    const change = await clients.other_officer.patch(path(record), 1, { licence: 'CC0' })
    expect([change.status, change.json.code]).toEqual([403, 'forbidden'])
  })

  it('can be changed, with its history, and the list ends with the restriction', async () => {
    const record = await source({ visibility: 'restricted' })
    const officer = clients.information_officer
    expect((await officer.patch(path(record), 1, { shared_with: [south] })).json.shared_with).toEqual([south])
    expect((await officer.patch(path(record), 2, { licence: 'CC0' })).json.shared_with).toEqual([south])
    expect((await officer.patch(path(record), 3, { visibility: 'confidential' })).json.shared_with).toEqual([])
    const { items } = (await officer.get(`${path(record)}/history`)).json
    expect(items[1].change).toEqual([{ field: 'shared_with', from: [], to: [south] }])
    expect(await reading(record)).toEqual([404, 404, 200, 404, 404, 200])
  })

  it('is the public too, where it is public: the record, the list and its file, and no more', async () => {
    const { name, ...open } = await source({ visibility: 'public' })
    const hidden = await source({ visibility: 'partners' })
    const { anonymous } = clients
    const { json } = await anonymous.get('/api/sources?limit=500')
    expect(json.items.map(({ id }) => id)).toContain(open.id)
    expect(json.items.every(({ visibility }) => visibility === 'public')).toBe(true)
    expect(json.total).toBe(json.items.length)
    const file = (await anonymous.get('/api/sources?format=csv')).text
    expect([file.includes(name), file.includes(hidden.name)]).toEqual([true, false])
    for (const path of [`/api/sources/${open.id}/history`, '/api/users', `/api/search?q=${name}`, '/api/figures'])
      expect((await anonymous.get(path)).status, path).toBe(401)
    expect((await anonymous.patch(`/api/sources/${open.id}`, 1, { licence: 'CC0' })).status).toBe(401)
  })

  it.each([
    ['a session', { Cookie: 'tenpoint_session=gone' }],
    ['a token', { Authorization: 'Bearer tenpoint_0' }],
    ['one of our pages', { 'X-Tenpoint-Csrf': 'gone' }],
    ['a link on one', { 'Sec-Fetch-Site': 'same-origin' }],
  ])('is told that %s is not good any more, and not what the public is', async (_, shown) => {
    expect((await clients.anonymous.get('/api/sources', shown)).status).toBe(401)
  })

  it('is told of its past no more than could be read then', async () => {
    const record = await source({ visibility: 'confidential', licence: 'Undisclosed licence' })
    const officer = clients.information_officer
    await officer.patch(path(record), 1, { licence: 'Undisclosed mending' })
    await officer.patch(path(record), 2, { licence: 'Open licence', visibility: 'partners' })
    await officer.patch(path(record), 3, { licence: 'CC0' })
    const told = async (who) => {
      const { items } = (await clients[who].get(`${path(record)}/history`)).json
      return items.map(({ verb, change, whole }) => [verb, whole, change.map(({ field }) => field).join(' ')])
    }
    const all = [['create', true], ['change', true], ['change', true], ['change', true]]
    expect((await told('contributor')).map(([verb, whole]) => [verb, whole])).toEqual(all)
    const since = [['create', false, ''], ['change', false, ''], ['change', false, ''], ['change', true, 'licence']]
    for (const who of ['reader', 'other_officer', 'coordinator']) {
      expect(await told(who), who).toEqual(since)
      expect((await clients[who].get(`${path(record)}/history`)).text).not.toContain('Undisclosed')
    }
    const stale = await clients.coordinator.patch(path(record), 1, { licence: 'ODbL' })
    expect(stale.status).toBe(412)
    expect(stale.text).not.toContain('Undisclosed')
    expect(stale.json.theirs).toEqual([{ field: 'licence', from: 'Open licence', to: 'CC0' }])
  })

  it.each([
    ['only a restricted record', { visibility: 'partners' }, 'only_if_restricted'],
    ['each partner once', { visibility: 'restricted', twice: true }, 'repeated'],
    ['partners that exist', { visibility: 'restricted', unknown: true }, 'unknown_reference'],
  ])('is named by %s', async (_, { visibility, twice, unknown }, code) => {
    const partner = unknown ? '01890a5d-ac96-774b-bcce-b302099a8057' : south
    const shared_with = twice ? [partner, partner] : [partner]
    const answer = await clients.information_officer.post('/api/sources', { name: `No ${++number}`, visibility, shared_with })
    expect([answer.status, answer.json.fields]).toMatchObject([422, [{ pointer: '/shared_with', code }]])
  })

  it('are named by its owner alone, whoever else may change it', async () => {
    const record = await source({ visibility: 'partners' })
    expect((await clients.coordinator.patch(path(record), 1, { licence: 'CC0' })).status).toBe(200)
    const published = await clients.coordinator.patch(path(record), 2, { visibility: 'public' })
    expect([published.status, published.json.code]).toEqual([403, 'forbidden'])
    expect((await clients.administrator.patch(path(record), 2, { visibility: 'public' })).status).toBe(200)
  })

  it('keeps the partner that is named from being removed', async () => {
    const { id } = (await clients.coordinator.post('/api/partners', { name: `Named ${++number}`, kind: 'ngo' })).json
    await source({ visibility: 'restricted', shared_with: [id] })
    expect((await clients.coordinator.remove(`/api/partners/${id}`, 1)).json.code).toBe('still_referenced')
  })
})

describe('What may not be read is not there', () => {
  let hidden
  beforeAll(async () => {
    hidden = await source({ visibility: 'restricted' })
  })

  it('by no way of asking, whatever version is named', async () => {
    const stranger = clients.other_officer
    const asked = await Promise.all([
      stranger.get(path(hidden)),
      stranger.get(`${path(hidden)}/history`),
      stranger.patch(path(hidden), 1, { licence: 'x' }),
      stranger.patch(path(hidden), 7, { licence: 'x' }),
      stranger.remove(path(hidden), 1),
    ])
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })

  it('in no list, total, search, filter, order or file', async () => {
    const ask = async (client, query) => (await client.get(`/api/sources?${query}`)).json
    const words = encodeURIComponent(hidden.name)
    for (const query of [`q=${words}`, `name=${words}`, 'visibility=restricted', `owner=${hidden.owner}&visibility=restricted`]) {
      expect((await ask(clients.other_officer, `${query}&limit=500`)).items.map(({ id }) => id), query).not.toContain(hidden.id)
      expect((await ask(clients.administrator, `${query}&limit=500`)).items.map(({ id }) => id), query).toContain(hidden.id)
    }
    expect((await ask(clients.other_officer, `q=${words}`)).total).toBe(0)
    for (const format of ['csv', 'hxl']) {
      expect((await clients.other_officer.get(`/api/sources?format=${format}`)).text).not.toContain(hidden.name)
      expect((await clients.administrator.get(`/api/sources?format=${format}`)).text).toContain(hidden.name)
    }
  })

  it('to refer to', async () => {
    const rule = { indicator: 'crossing', method: 'authoritative', source: hidden.id, reason: 'Agreed.' }
    const answer = await clients.coordinator.post('/api/rules', rule)
    expect(answer.json.fields).toMatchObject([{ pointer: '/source', code: 'unknown_reference' }])
  })
})

it('A ruling is withdrawn, never removed', async () => {
  const answer = await clients.administrator.remove('/api/rulings/01890a5d-ac96-774b-bcce-b302099a8057', 1)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH'])
})
