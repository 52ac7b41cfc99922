// SPDX-License-Identifier: Apache-2.0
// A contact that was sent a link confirms its own entry, without an account.
import { beforeAll, expect, it } from 'vitest'
import { Client, everybody } from './client.mjs'

let clients
let partner
const stranger = new Client()

beforeAll(async () => {
  clients = await everybody()
  partner = (await clients.coordinator.get('/api/session')).json.partner.id
})

async function contact(more = {}) {
  const body = { partner, name: 'Somebody', email: 'somebody@example.org', level: 'working', ...more }
  const answer = await clients.coordinator.post('/api/contacts', body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const read = async ({ id }) => (await clients.coordinator.get(`/api/contacts/${id}`)).json
async function ask(client, id, language, version) {
  const seen = version ?? (await read({ id })).version
  return client.post(`/api/contacts/${id}/link`, { language }, { 'If-Match': `"${seen}"` })
}
async function link({ id }, language = 'en') {
  const answer = await ask(clients.coordinator, id, language)
  expect(answer.status, answer.text).toBe(201)
  return { ...answer.json, token: answer.json.address.split('#')[1] }
}
const open = (token) => stranger.post('/api/own_entry', { token })
const confirm = (token, version, entry = given) =>
  stranger.post('/api/own_entry/confirm', { token, ...entry }, { 'If-Match': `"${version}"` })
const given = { name: 'Somebody Else', themes: ['referral'], languages: ['ar'], left: false }

// Whoever tests asks faster than people do.
async function patiently(ask) {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 429) return answer
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after'))))
  }
}

it('is opened by the link and confirmed once, with what has changed', async () => {
  const asked = await contact()
  const { token } = await link(asked)
  const shown = await patiently(() => open(token))
  expect(shown.json).toMatchObject({ name: 'Somebody', email: 'somebody@example.org', confirmed: null })
  const confirmed = await patiently(() => confirm(token, shown.json.version))
  expect(confirmed.status).toBe(204)
  const now = await read(asked)
  expect(now).toMatchObject({ name: 'Somebody Else', email: null, themes: ['referral'], languages: ['ar'] })
  expect(now.confirmed).toBe(new Date().toISOString().slice(0, 10))
  expect((await patiently(() => open(token))).status).toBe(404)
  const { items } = (await clients.coordinator.get(`/api/contacts/${asked.id}/history`)).json
  expect(items.at(-1)).toMatchObject({ verb: 'confirm_own_entry', principal: 'contact (own link)' })
})

it('comes with a text to send in the language of the contact, and says nobody’s name in its address', async () => {
  const asked = await contact()
  for (const [language, word] of [['fr', 'Bonjour'], ['es', 'Hola'], ['ar', 'مرحبًا'], ['en', 'Hello']]) {
    const { address, text } = await link(asked, language)
    expect(text).toContain(word)
    expect(text).toContain(address)
    expect(address).toMatch(new RegExp(`/own_entry\\?lang=${language}#[0-9a-f]{64}$`))
  }
})

it('never gives the link again, nor its hash', async () => {
  const asked = await contact()
  const { token } = await link(asked)
  const now = await read(asked)
  expect(now.link_made).not.toBeNull()
  expect(JSON.stringify(now)).not.toContain(token)
  expect(now).not.toHaveProperty('link_hash')
  expect((await clients.coordinator.get(`/api/contacts?link_hash=${token}`)).status).toBe(400)
})

it('is not opened by the link of somebody of whom the entry no longer is', async () => {
  for (const change of [{ name: 'A successor' }, { position: 'Head' }, { telephone: '+100' }]) {
    const asked = await contact()
    const { token } = await link(asked)
    const { version } = await read(asked)
    const changed = await clients.coordinator.patch(`/api/contacts/${asked.id}`, version, change)
    expect(changed.status).toBe(200)
    expect((await patiently(() => open(token))).status, JSON.stringify(change)).toBe(404)
  }
})

it('is asked for as it stands on the page of whoever asks, and not for whom it is of since', async () => {
  const { id, version } = await contact()
  await clients.coordinator.patch(`/api/contacts/${id}`, version, { name: 'A successor' })
  const stale = await ask(clients.coordinator, id, 'en', version)
  expect([stale.status, stale.json.code]).toEqual([412, 'precondition_failed'])
  expect((await clients.coordinator.post(`/api/contacts/${id}/link`, { language: 'en' })).status).toBe(428)
})

it('keeps what was changed while the contact looked at it', async () => {
  const asked = await contact()
  const { token } = await link(asked)
  const shown = (await patiently(() => open(token))).json
  await clients.coordinator.patch(`/api/contacts/${asked.id}`, shown.version, { themes: ['shelter'] })
  expect((await patiently(() => confirm(token, shown.version))).status).toBe(412)
  const again = (await patiently(() => open(token))).json
  expect(again.themes).toEqual(['shelter'])
  expect((await patiently(() => confirm(token, again.version))).status).toBe(204)
})

it('is asked for by who may change the contact alone', async () => {
  const { id } = await contact()
  for (const [name, status] of [['reader', 403], ['coordinator', 201], ['anonymous', 401]]) {
    const answer = await ask(clients[name], id, 'en')
    expect([name, answer.status]).toEqual([name, status])
  }
})

it('tells those alone who may change the contact what became of the link', async () => {
  const asked = await contact({ visibility: 'public' })
  await link(asked)
  // When it was made is also when the record was changed last.
  const { link_expires } = await read(asked)
  expect(link_expires).not.toBeNull()
  expect((await clients.coordinator.get('/api/contacts?limit=500&format=csv')).text).toContain(link_expires)
  const path = `/api/contacts/${asked.id}`
  for (const name of ['anonymous', 'reader', 'other_officer', 'coordinator'])
    for (const query of [`link_expires=${link_expires}`, 'sort=link_made', 'sort=-link_used'])
      expect((await clients[name].get(`/api/contacts?limit=1&${query}`)).status, `${name} ${query}`).toBe(400)
  expect((await clients.anonymous.get(`${path}/history`)).status).toBe(401)
  for (const name of ['anonymous', 'reader', 'other_officer']) {
    expect((await clients[name].get(path)).json, name).toMatchObject({ link_made: null, link_expires: null })
    expect((await clients[name].get('/api/contacts?limit=500&format=csv')).text).not.toContain(link_expires)
    const history = await clients[name].get(`${path}/history`)
    if (history.status === 200) expect(history.text).not.toContain('link_')
  }
})

it('tells those alone who may change the contact what its number was before, though all may read it', async () => {
  const { id } = await contact({ telephone: '+000 333' })
  const path = `/api/contacts/${id}`
  await clients.coordinator.patch(path, 1, { telephone: '+000 444', themes: ['shelter'] })
  expect((await clients.coordinator.get(`${path}/history`)).text).toContain('+000 333')
  for (const name of ['reader', 'other_officer']) {
    const { text, json } = await clients[name].get(`${path}/history`)
    expect(text, name).not.toContain('+000')
    expect(json.items.map(({ whole }) => whole), name).toEqual([false, false])
    expect(json.items[1].change.map(({ field }) => field), name).toEqual(['themes'])
  }
})

it('tells nobody what a contact said while it could not be read', async () => {
  const { id } = await contact({ visibility: 'confidential', telephone: '+000 111' })
  const path = `/api/contacts/${id}`
  const mended = await clients.coordinator.patch(path, 1, { telephone: '+000 222', visibility: 'partners' })
  expect(mended.status, mended.text).toBe(200)
  expect((await clients.coordinator.get(`${path}/history`)).text).toContain('+000 111')
  for (const name of ['reader', 'other_officer']) {
    expect((await clients[name].get(path)).json.telephone, name).toBe('+000 222')
    const history = await clients[name].get(`${path}/history`)
    expect(history.json.items, name).toHaveLength(2)
    for (const word of ['+000', 'Somebody', 'somebody@']) expect(history.text, name).not.toContain(word)
    expect(history.json.items.map(({ change, whole }) => [change, whole]), name).toEqual([[[], false], [[], false]])
  }
})

it('is not asked for by another partner’s people', async () => {
  const { id } = await contact()
  expect((await ask(clients.other_officer, id, 'en')).status).toBe(403)
})

it('is not guessed: an address that tries many is told to wait', async () => {
  const answers = []
  for (let tries = 0; tries < 30; ++tries) answers.push((await open('0'.repeat(64))).status)
  expect(answers).toContain(429)
})

it('is listed as due where nobody has confirmed it for a year', async () => {
  const old = await contact({ confirmed: '2020-01-01' })
  const never = await contact()
  const fresh = await contact({ confirmed: new Date().toISOString().slice(0, 10) })
  const gone = await contact({ confirmed: '2020-01-01', left: true })
  const { items } = (await clients.reader.get(`/api/contacts?due=true&partner=${partner}&limit=500`)).json
  const due = items.map(({ id }) => id)
  expect(due).toEqual(expect.arrayContaining([old.id, never.id]))
  expect(due).not.toContain(fresh.id)
  expect(due).not.toContain(gone.id)
  expect((await clients.reader.get('/api/contacts?due=perhaps')).status).toBe(400)
})

it('has an e-mail address that is one, and was confirmed before tomorrow has come anywhere', async () => {
  const wrong = { partner, position: 'Desk', level: 'working', email: 'not an email', confirmed: '2099-01-01' }
  const answer = await clients.coordinator.post('/api/contacts', wrong)
  expect(answer.status).toBe(422)
  expect(answer.json.fields).toMatchObject([
    { pointer: '/email', code: 'not_an_email' },
    { pointer: '/confirmed', code: 'in_the_future' },
  ])
  const asked = await contact({ email: ' desk@office.example.org ' })
  expect(asked.email).toBe('desk@office.example.org')
  const { token } = await link(asked)
  const { version } = (await patiently(() => open(token))).json
  const refused = await patiently(() => confirm(token, version, { ...given, email: 'desk@office' }))
  expect(refused.status).toBe(422)
  expect(refused.json.fields).toMatchObject([{ pointer: '/email', code: 'not_an_email' }])
  expect((await patiently(() => confirm(token, version))).status).toBe(204)
})
