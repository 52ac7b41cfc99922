// SPDX-License-Identifier: Apache-2.0
// What belongs to an arrangement is open to no more people than the arrangement is.
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'

let clients
let partners
let number = 0
const unique = (word) => `${word}-${++number}`

async function made(plural, body, client = clients.coordinator) {
  const answer = await client.post(`/api/${plural}`, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const arrangement = (more = {}) =>
  made('arrangements', {
    code: unique('openness'),
    title: { en: 'Hidden task' },
    level: 'national',
    form: 'project',
    status: 'active',
    ...more,
  })

// One of each kind that belongs to an arrangement.
async function partsOf({ id }, more = {}) {
  const title = { en: unique('Clandestine') }
  const partner = await made('partners', { name: unique('Member'), kind: 'ngo' })
  return [
    ['arrangements', await arrangement({ parent: id, ...more })],
    ['memberships', await made('memberships', { arrangement: id, partner: partner.id, role: 'member', ...more })],
    ['actions', await made('actions', { arrangement: id, title, status: 'planned', due: '2030-06', ...more })],
    ['reviews', await made('reviews', { arrangement: id, finding: 'lesson', text: title, ...more })],
    ['agreements', await made('agreements', { arrangement: id, title, ...more })],
    ['documents', await made('documents', { arrangement: id, title, type: 'other', ...more })],
  ]
}
const read = (client, parts) =>
  Promise.all(parts.map(async ([plural, { id }]) => (await client.get(`/api/${plural}/${id}`)).status))
const notOne = [404, 404, 404, 404, 404, 404]
const each = [200, 200, 200, 200, 200, 200]

beforeAll(async () => {
  clients = await everybody()
  const { partner: northern } = (await clients.reader.get('/api/session')).json
  const { partner: own } = (await clients.coordinator.get('/api/session')).json
  partners = { northern: northern.id, own: own.id }
})

describe('What belongs to a restricted arrangement', () => {
  it('is for its readers alone where nobody says otherwise', async () => {
    const whole = await arrangement({ visibility: 'restricted' })
    const parts = await partsOf(whole)
    expect(await read(clients.reader, parts)).toEqual(notOne)
    expect(await read(clients.coordinator, parts)).toEqual(each)
    for (const plural of ['actions', 'documents', 'memberships']) {
      const listed = await clients.reader.get(`/api/${plural}?arrangement=${whole.id}`)
      expect(listed.json.items).toEqual([])
    }
    const calendar = await clients.reader.get('/api/actions.ics')
    expect(calendar.text).not.toContain(parts[2][1].title.en)
  })

  it('is for those too whom the arrangement names, and for its owner', async () => {
    const whole = await arrangement({ visibility: 'restricted', shared_with: [partners.northern] })
    const body = { arrangement: whole.id, title: { en: 'Ours' }, status: 'planned' }
    const action = await made('actions', body, clients.contributor)
    expect(action).toMatchObject({ visibility: 'restricted', shared_with: [partners.own] })
    expect((await clients.coordinator.get(`/api/actions/${action.id}`)).status).toBe(200)
    expect((await clients.other_officer.get(`/api/actions/${action.id}`)).status).toBe(404)
    const answer = await made('actions', { ...body, shared_with: [] }, clients.contributor)
    expect(answer).toMatchObject({ visibility: 'restricted', shared_with: [] })
  })

  it('is for as many as somebody says', async () => {
    const whole = await arrangement({ visibility: 'confidential' })
    expect(await read(clients.reader, await partsOf(whole, { visibility: 'partners' }))).toEqual(each)
    expect(await read(clients.reader, await partsOf(whole))).toEqual(notOne)
  })

  it('is narrowed with it, but for what is others’ to share', async () => {
    const whole = await arrangement({ visibility: 'public' })
    const parts = await partsOf(whole)
    expect(parts.map(([, { visibility }]) => visibility)).toEqual(parts.map(() => 'partners'))
    const body = { arrangement: whole.id, title: { en: 'Theirs' }, status: 'planned' }
    const theirs = await made('actions', body, clients.other_officer)
    const narrowed = await clients.coordinator.patch(`/api/arrangements/${whole.id}`, 1, { visibility: 'restricted' })
    expect(narrowed.status).toBe(200)
    expect(await read(clients.reader, parts)).toEqual(notOne)
    expect(await read(clients.coordinator, parts)).toEqual(each)
    expect((await clients.reader.get(`/api/actions/${theirs.id}`)).status).toBe(200)
  })

  it('is opened by no copy of the arrangement', async () => {
    const model = await arrangement({ visibility: 'restricted' })
    const title = { en: 'Told to all' }
    await made('actions', { arrangement: model.id, title, status: 'planned', visibility: 'partners' })
    for (const [verb, more] of [['replicate', { places: [] }], ['next_phase', {}]]) {
      const body = { code: unique('copy'), title: { en: 'Copy' }, ...more }
      const copy = await clients.coordinator.post(`/api/arrangements/${model.id}/${verb}`, body)
      expect(copy.status, copy.text).toBe(201)
      const path = `/api/actions?arrangement=${copy.json.id}`
      expect((await clients.coordinator.get(path)).json.items).toMatchObject([{ visibility: 'restricted' }])
      expect((await clients.reader.get(path)).json.items).toEqual([])
    }
  })
})
