// SPDX-License-Identifier: Apache-2.0
// What happens where people change the same thing, or ask twice because the link broke.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'

let clients
const partner = () => ({ name: `Partner ${randomUUID()}`, kind: 'ngo', country: 'PAN' })

beforeAll(async () => {
  clients = await everybody()
})

async function made(value = partner()) {
  const answer = await clients.coordinator.post('/api/partners', value)
  expect(answer.status, answer.text).toBe(201)
  return { ...answer.json, path: `/api/partners/${answer.json.id}` }
}

describe('A stale change', () => {
  it('is told the version there is now and what both sides changed', async () => {
    const { path } = await made()
    await clients.coordinator.patch(path, 1, { country: 'CRI', website: 'https://example.org/a' })
    await clients.administrator.patch(path, 2, { country: 'HND' })
    const stale = await clients.coordinator.patch(path, 1, {
      country: 'MEX',
      short_name: 'P',
      website: null,
      visibility: 'public',
    })
    expect([stale.status, stale.json.code]).toEqual([412, 'precondition_failed'])
    expect(stale.headers.get('etag')).toBe('"3"')
    expect(stale.json.version).toBe(3)
    expect(stale.json.theirs).toEqual([
      { field: 'country', from: 'PAN', to: 'HND' },
      { field: 'website', from: null, to: 'https://example.org/a' },
    ])
    expect(stale.json.yours).toEqual([
      { field: 'country', from: 'PAN', to: 'MEX' },
      { field: 'short_name', from: null, to: 'P' },
      { field: 'visibility', from: 'partners', to: 'public' },
    ])
    expect((await clients.coordinator.get(path)).json).toMatchObject({ version: 3, country: 'HND' })
  })

  it('is told so as well when it removes, or names a version that never was', async () => {
    const { path } = await made()
    await clients.coordinator.patch(path, 1, { country: 'CRI' })
    const removal = await clients.coordinator.remove(path, 1)
    expect([removal.status, removal.json.version]).toEqual([412, 2])
    expect(removal.json.theirs).toEqual([{ field: 'country', from: 'PAN', to: 'CRI' }])
    for (const version of ['x', 99]) {
      const answer = await clients.coordinator.patch(path, version, { country: 'MEX' })
      expect([answer.status, answer.json.version, answer.json.theirs]).toEqual([412, 2, []])
      expect(answer.json.yours).toEqual([{ field: 'country', from: 'CRI', to: 'MEX' }])
    }
  })

  it('betrays nothing that may not be read', async () => {
    const source = await clients.information_officer.post('/api/sources', {
      name: `Unshared ${randomUUID()}`,
      visibility: 'restricted',
    })
    const path = `/api/sources/${source.json.id}`
    await clients.information_officer.patch(path, 1, { licence: 'CC BY 4.0' })
    const answers = [
      await clients.other_officer.patch(path, 1, { licence: 'x' }),
      await clients.other_officer.patch(path, 'x', { licence: 'x' }),
      await clients.other_officer.remove(path, 1),
      await clients.other_officer.remove(path, 'x'),
    ]
    for (const { status, text } of answers) {
      expect(status).toBe(404)
      expect(text).not.toMatch(/CC BY|theirs/)
    }
  })

  it('of a password says nothing about it', async () => {
    const owner = (await clients.administrator.get('/api/partners?limit=1')).json.items[0].id
    const body = { name: randomUUID(), partner: owner, role: 'reader', password: 'a first long password' }
    const { id } = (await clients.administrator.post('/api/users', body)).json
    await clients.administrator.patch(`/api/users/${id}`, 1, { password: 'a second long password' })
    const stale = await clients.administrator.patch(`/api/users/${id}`, 1, { password: 'a third long password' })
    expect(stale.status).toBe(412)
    expect(stale.text).not.toMatch(/long password|argon2/)
  })
})

describe('A request that is sent again with its Idempotency-Key', () => {
  const key = () => ({ 'Idempotency-Key': randomUUID() })
  const post = (value, headers, who = 'coordinator') => clients[who].post('/api/partners', value, headers)
  const patch = (path, version, json, headers) =>
    clients.coordinator.send('PATCH', path, { json, headers: { 'If-Match': `"${version}"`, ...headers } })

  it('makes one record and gets the same answer', async () => {
    const [value, headers] = [partner(), key()]
    const first = await post(value, headers)
    const second = await post(value, headers)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.json).toEqual(first.json)
    for (const name of ['etag', 'location']) expect(second.headers.get(name)).toBe(first.headers.get(name))
  })

  it('changes once, and is not stale to itself', async () => {
    const { path } = await made()
    const headers = key()
    const first = await patch(path, 1, { country: 'CRI' }, headers)
    const second = await patch(path, 1, { country: 'CRI' }, headers)
    expect([first.status, second.status, second.json.version]).toEqual([200, 200, 2])
    expect((await clients.coordinator.get(`${path}/history`)).json.items).toHaveLength(2)
  })

  it('removes once, and is not told that nothing is there', async () => {
    const { path } = await made()
    const headers = { 'If-Match': '"1"', ...key() }
    const statuses = []
    for (let i = 0; i < 2; ++i) statuses.push((await clients.coordinator.send('DELETE', path, { headers })).status)
    expect(statuses).toEqual([204, 204])
  })

  it('is carried out once when it comes many times at once', async () => {
    const [value, headers] = [{ ...partner(), short_name: randomUUID() }, key()]
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(value, headers)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
    const { json } = await clients.reader.get(`/api/partners?short_name=${value.short_name}`)
    expect(json.total).toBe(1)
  })

  it('is refused with another content, another version or another address', async () => {
    const [value, headers] = [partner(), key()]
    expect((await post(value, headers)).status).toBe(201)
    const other = await post(partner(), headers)
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_key_reused'])
    expect(other.json.title).not.toMatch(/^problems/)
    const { path } = await made()
    const again = key()
    expect((await patch(path, 1, { country: 'CRI' }, again)).status).toBe(200)
    expect((await patch(path, 2, { country: 'CRI' }, again)).json.code).toBe('idempotency_key_reused')
    const elsewhere = await made()
    expect((await patch(elsewhere.path, 1, { country: 'CRI' }, again)).status).toBe(200)
  })

  it('is of one principal: another one with the same key is not told what came of it', async () => {
    const headers = key()
    const first = await post(partner(), headers)
    const second = await post(partner(), headers, 'administrator')
    expect(second.status).toBe(201)
    expect(second.json.id).not.toBe(first.json.id)
  })

  it('may succeed after a refusal', async () => {
    const headers = key()
    const value = partner()
    expect((await post({ ...value, kind: 'club' }, headers)).status).toBe(422)
    expect((await post(value, headers)).status).toBe(201)
  })

  it('is told that what came of it is gone', async () => {
    const [value, headers] = [partner(), key()]
    const { json } = await post(value, headers)
    await clients.coordinator.remove(`/api/partners/${json.id}`, 1)
    expect((await post(value, headers)).status).toBe(404)
  })

  it.each([
    ['an empty one', ''],
    ['one too long', 'x'.repeat(256)],
  ])('is refused with %s', async (_, text) => {
    const answer = await post(partner(), { 'Idempotency-Key': text })
    expect([answer.status, answer.json.code]).toEqual([400, 'malformed_request'])
  })
})
