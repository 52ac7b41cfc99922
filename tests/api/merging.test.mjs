// SPDX-License-Identifier: Apache-2.0
// A partner that was entered twice becomes one.
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { Client, everybody } from './client.mjs'

let clients
let number = 0
const unique = (word) => `${word} ${++number}`

beforeAll(async () => {
  clients = await everybody()
})

async function made(plural, body, client = clients.coordinator) {
  const answer = await client.post(`/api/${plural}`, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const partner = (more = {}) =>
  made('partners', { name: unique('Entered twice'), kind: 'ngo', ...more })
async function coordinatorOf({ id }) {
  const value = { name: unique('somebody'), role: 'coordinator', partner: id }
  const password = inject('password')
  const account = await made('users', { ...value, password }, clients.administrator)
  return { client: await Client.as(value.name), account }
}
const get = async (plural, id) => (await clients.administrator.get(`/api/${plural}/${id}`)).json
const merge = (id, into, { client = clients.coordinator, headers = {} } = {}) =>
  client.post(`/api/partners/${id}/merge`, { into }, headers)

describe('A merged partner', () => {
  it('stands wherever the doubled one stood, and says what it did not say itself', async () => {
    const doubled = await partner({ website: 'https://old.example.org', country: 'PAN' })
    const into = await partner({ website: 'https://example.org' })
    const place = await made('places', {
      code: unique('MERGED'),
      name: { en: 'Somewhere' },
      kind: 'site',
    })
    const presence = await made('presences', { partner: doubled.id, place: place.id })
    const network = await partner({ members: [doubled.id, into.id] })

    const answer = await merge(doubled.id, into.id)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json).toMatchObject({
      id: into.id,
      website: 'https://example.org',
      country: 'PAN',
      version: 2,
    })
    expect(answer.headers.get('etag')).toBe('"2"')
    expect((await get('presences', presence.id)).partner).toBe(into.id)
    expect((await get('partners', network.id)).members).toEqual([into.id])
    expect((await clients.coordinator.get(`/api/partners/${doubled.id}`)).status).toBe(404)
    const { items } = (await clients.reader.get(`/api/partners/${into.id}/history`)).json
    expect(items.at(-1)).toMatchObject({ verb: 'merge', principal: 'coordinator' })
    expect(items.at(-1).change.at(-1)).toEqual({ field: 'merged', from: null, to: doubled.name })
  })

  it('is still told of under the id that it had', async () => {
    const [doubled, into] = [await partner(), await partner({ visibility: 'partners' })]
    expect((await merge(doubled.id, into.id)).status).toBe(200)
    const path = `/api/partners/${doubled.id}/history`
    const { items } = (await clients.reader.get(path)).json
    expect(items.map(({ verb }) => verb)).toEqual(['create', 'remove'])
    expect(items[0].change).toContainEqual({ field: 'name', from: null, to: doubled.name })
    expect(items[1].change).toContainEqual({ field: 'merged_into', from: null, to: into.id })
    const gone = await partner()
    expect((await clients.coordinator.remove(`/api/partners/${gone.id}`, 1)).status).toBe(204)
    expect((await clients.coordinator.get(`/api/partners/${gone.id}/history`)).status).toBe(404)
  })

  it('is merged once however often that is asked for', async () => {
    const doubled = await partner()
    const into = await partner()
    const headers = { 'Idempotency-Key': unique('merge') }
    const first = await merge(doubled.id, into.id, { headers })
    const second = await merge(doubled.id, into.id, { headers })
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.json).toEqual(first.json)
    const other = await partner()
    expect((await merge(doubled.id, other.id, { headers })).json.code).toBe(
      'idempotency_key_reused',
    )
  })

  it('is refused over what has moved on, into itself, and into what is not there', async () => {
    const doubled = await partner()
    const into = await partner()
    const stale = await merge(doubled.id, into.id, { headers: { 'If-Match': '"2"' } })
    expect([stale.status, stale.json.code]).toEqual([412, 'precondition_failed'])
    const place = await made('places', {
      code: unique('MERGED'),
      name: { en: 'Somewhere' },
      kind: 'site',
    })
    for (const [id, code] of [
      [doubled.id, 'refers_to_itself'],
      [place.id, 'unknown_reference'],
    ]) {
      const { status, json } = await merge(doubled.id, id)
      expect([status, json.fields]).toMatchObject([422, [{ pointer: '/into', code }]])
    }
  })
})

describe('Merging is for', () => {
  const everyone = [
    'anonymous',
    'reader',
    'contributor',
    'information_officer',
    'other_officer',
    'coordinator',
    'administrator',
  ]
  const statuses = async (make) => {
    const found = []
    for (const who of everyone) {
      const [doubled, into] = [await make(), await partner()]
      found.push((await merge(doubled.id, into.id, { client: clients[who] })).status)
    }
    return found
  }

  it('coordinators', async () => {
    expect(await statuses(partner)).toEqual([401, 403, 403, 403, 403, 200, 200])
  })

  it('administrators, where the partner has accounts', async () => {
    const withAccount = async () => {
      const doubled = await partner()
      const account = {
        name: unique('somebody'),
        partner: doubled.id,
        role: 'reader',
        password: inject('password'),
      }
      await made('users', account, clients.administrator)
      return doubled
    }
    expect(await statuses(withAccount)).toEqual([401, 403, 403, 403, 403, 403, 200])
  })

  it('administrators, where something belongs to it, also what all partners read', async () => {
    const owner = async () => {
      const [doubled, later] = [await partner(), await partner()]
      const { client, account } = await coordinatorOf(doubled)
      await made('sources', { name: unique('Open') }, client)
      const path = `/api/users/${account.id}`
      const moved = await clients.administrator.patch(path, account.version, { partner: later.id })
      expect(moved.status, moved.text).toBe(200)
      return doubled
    }
    expect(await statuses(owner)).toEqual([401, 403, 403, 403, 403, 403, 200])
  })

  it('the people of its owner, where it was shown to fewer than the other', async () => {
    const { client: guest, account } = await coordinatorOf(await partner())
    const { client: owner } = await coordinatorOf(await partner())
    const hidden = { visibility: 'restricted', shared_with: [account.partner] }
    const value = { name: unique('Hidden'), kind: 'ngo', mandate: 'To protect', ...hidden }
    const doubled = await made('partners', value, owner)
    const into = await partner({ visibility: 'public' })
    const refused = await merge(doubled.id, into.id, { client: guest })
    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden'])
    expect((await clients.anonymous.get(`/api/partners/${into.id}`)).text).not.toContain('protect')
    expect((await get('partners', doubled.id)).name).toBe(doubled.name)
    const byOwner = await merge(doubled.id, into.id, { client: owner })
    expect(byOwner.status, byOwner.text).toBe(200)
  })

  it('administrators, where it may read what others may not', async () => {
    const named = async () => {
      const doubled = await partner()
      const sharing = { visibility: 'restricted', shared_with: [doubled.id] }
      await made('sources', { name: unique('Shared'), ...sharing }, clients.information_officer)
      return doubled
    }
    expect(await statuses(named)).toEqual([401, 403, 403, 403, 403, 403, 200])
  })
})

describe('A partner is not entered twice', () => {
  const doubled = async (body) => {
    const answer = await clients.coordinator.post('/api/partners', { kind: 'ngo', ...body })
    return [answer.status, answer.json.fields?.[0].pointer, answer.json.fields?.[0].code]
  }

  it('under the same name written otherwise, in another language or as its short name', async () => {
    const council = { name: 'Conseil d’Entrée double', short_name: 'CDED', names: { en: 'Twice-entered Council' } }
    await partner(council)
    for (const [body, pointer] of [
      [{ name: 'conseil  d\'entree DOUBLE' }, '/name'],
      [{ name: 'Twice entered council' }, '/name'],
      [{ name: 'cded' }, '/name'],
      [{ name: 'Another', names: { fr: 'Conseil d’entrée double' } }, '/names'],
    ])
      expect(await doubled(body)).toEqual([409, pointer, 'known_by_this_name'])
    expect(await doubled({ name: council.name })).toEqual([409, '/name', 'already_taken'])
    expect((await doubled({ name: 'Centre des enfants déplacés', short_name: 'CDED' }))[0]).toBe(201)
  })

  it('and whoever was may be changed in all else', async () => {
    const one = await partner()
    const answer = await clients.coordinator.patch(`/api/partners/${one.id}`, 1, { country: 'PAN', name: one.name.toUpperCase() })
    expect(answer.status, answer.text).toBe(200)
  })
})
