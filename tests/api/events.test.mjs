// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, it } from 'vitest'
import { Client, everybody } from './client.mjs'

const open = []
afterEach(() => {
  for (const stream of open.splice(0)) stream.abort()
})

// Follows the events as one client; next() waits for the next one.
async function follow(client, headers = {}) {
  const stream = new AbortController()
  open.push(stream)
  const answer = await fetch(`${inject('base')}/api/events`, {
    headers: { Cookie: client.cookie, ...headers },
    signal: stream.signal,
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const next = async () => {
    for (;;) {
      const found = /id: (.*)\nevent: change\ndata: (.*)\n\n/.exec(heard)
      if (found) {
        heard = heard.slice(found.index + found[0].length)
        return { event: found[1], ...JSON.parse(found[2]) }
      }
      const { value, done } = await reader.read()
      if (done) return null
      heard += value
    }
  }
  return { next, stop: () => stream.abort() }
}

let count = 0
const place = (visibility) => ({
  code: `EVENT-${++count}`,
  name: { en: 'A place' },
  kind: 'border',
  ...(visibility && { visibility }),
})

it('Events are for whoever is signed in', async () => {
  expect((await new Client().get('/api/events')).status).toBe(401)
})

it('Whoever may read a record hears of each change to it, and nobody else of the record at all', async () => {
  const clients = await everybody()
  const [own, other] = [await follow(clients.contributor), await follow(clients.other_officer)]
  const officer = clients.information_officer
  const source = { name: `hidden ${Date.now()}`, visibility: 'restricted' }
  const hidden = (await officer.post('/api/sources', source)).json
  const shown = (await officer.post('/api/sources', { name: `shown ${Date.now()}` })).json
  expect(await own.next()).toMatchObject({ kind: 'sources', id: hidden.id, verb: 'create', version: 1 })
  expect(await own.next()).toMatchObject({ id: shown.id })
  expect(await other.next()).toMatchObject({ id: shown.id })
  await officer.remove(`/api/sources/${hidden.id}`, 1)
  await officer.remove(`/api/sources/${shown.id}`, 1)
  expect(await own.next()).toMatchObject({ id: hidden.id, verb: 'remove' })
  expect(await other.next()).toMatchObject({ id: shown.id, verb: 'remove' })
})

it('Whoever was away goes on behind the last event', async () => {
  const clients = await everybody()
  const before = await follow(clients.reader)
  await clients.coordinator.post('/api/places', place())
  const { event } = await before.next()
  before.stop()
  const missed = [
    (await clients.coordinator.post('/api/places', place())).json,
    (await clients.coordinator.post('/api/places', place())).json,
  ]
  const after = await follow(clients.reader, { 'Last-Event-ID': event })
  for (const { id } of missed) expect((await after.next()).id).toBe(id)
})

it('A program follows with a token, and of what becomes confidential hears no more', async () => {
  const clients = await everybody()
  const { token } = (await clients.reader.post('/api/account/tokens', { name: 'follower', scope: 'read', days: 1 })).json
  const stream = await follow(new Client(), { Authorization: `Bearer ${token}` })
  const officer = clients.information_officer
  const { id } = (await officer.post('/api/sources', { name: `seen ${Date.now()}` })).json
  expect(await stream.next()).toMatchObject({ id, verb: 'create' })
  await officer.patch(`/api/sources/${id}`, 1, { visibility: 'confidential' })
  await officer.patch(`/api/sources/${id}`, 2, { licence: 'CC BY 4.0' })
  const other = (await officer.post('/api/sources', { name: `seen ${Date.now()}` })).json
  expect(await stream.next()).toMatchObject({ id: other.id, verb: 'create' })
})

it('A stream ends when its session does', async () => {
  const reader = await Client.as('reader')
  const stream = await follow(reader)
  await reader.send('DELETE', '/api/session')
  expect(await stream.next()).toBeNull()
})
