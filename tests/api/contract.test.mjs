// SPDX-License-Identifier: Apache-2.0
//
// Everything that the API describes can be done by somebody who may, and nothing that somebody
// sends breaks it. That each answer is as described, the client itself sees to.
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { Client } from './client.mjs'
import { goodRequest, makeWorld } from './good_requests.mjs'
import { mutate, seeded, toJson } from './mutations.mjs'

const document = (await new Client().get('/api/openapi.json')).json
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
)
// Its answer has no end: events.test.mjs follows it.
const answered = operations.filter(({ operationId }) => operationId !== 'follow_events')
const rounds = Number(process.env.TENPOINT_ROUNDS ?? 10)
const seed = Number(process.env.TENPOINT_SEED ?? 10)

let world
beforeAll(async () => {
  world = await makeWorld(await Client.as('administrator'))
})

const addressOf = ({ path, id, query, twice }) => {
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`)
  if (twice) pairs.push(`${twice}=1`, `${twice}=1`)
  return path.replace('{id}', id) + (pairs.length ? `?${pairs.join('&')}` : '')
}
const encode = (value) => encodeURIComponent(String(value).toWellFormed?.() ?? String(value).replace(/[\ud800-\udfff]/g, '?'))

// Each request comes from elsewhere, through the trusted proxy that the tests are: wrong passwords
// are counted by address, and would slow down all that follows.
let count = 0
const elsewhere = () => `2001:db8:${(++count).toString(16)}::1`

function send({ client = world.client, ...request }) {
  const headers = { 'X-Forwarded-For': elsewhere(), ...request.headers }
  if (request.version !== undefined) headers['If-Match'] ??= `"${request.version}"`
  let body = request.text
  if (request.file !== undefined) {
    body = request.file
    headers['Content-Type'] ??= 'application/octet-stream'
  } else if (request.body) {
    body ??= toJson(request.body)
    headers['Content-Type'] ??= 'application/json'
  }
  return client.send(request.method, addressOf(request), { body, headers })
}

// These hash passwords, which is slow on purpose.
const isSlow = ({ operationId, method }) => method !== 'get' && /sign_|password|second_factor|user|confirm_openid/.test(operationId)

describe('Whoever may do it, does it', () => {
  it.each(answered)('$operationId', async ({ operationId, method, path }) => {
    const request = await goodRequest(world, operationId, method, path)
    const answer = await send(request)
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(200)
    expect(answer.status, answer.text).toBeLessThan(300)
  })
})

describe('Nothing that is sent breaks it', () => {
  it.each(answered)('$operationId', async (operation) => {
    const { operationId, method, path, parameters = [] } = operation
    const pick = seeded(seed + answered.findIndex((each) => each.operationId === operationId))
    const known = parameters.filter((each) => each.in === 'query').map(({ name }) => name)
    let request = await goodRequest(world, operationId, method, path)
    for (let round = 0; round < (isSlow(operation) ? rounds / 5 : rounds); ++round) {
      const mutated = mutate(pick([true, false]) ? mutate(request, pick, known) : request, pick, known)
      const { client, ...told } = mutated
      const sent = JSON.stringify(told, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)).slice(0, 2000)
      const answer = await send(mutated).catch((error) => {
        throw new Error(`${error.message}\n${sent}`)
      })
      expect(answer.status, `${answer.text}\n${sent}`).toBeLessThan(500)
      // What was removed or changed cannot be so again.
      if (answer.status < 300 && method !== 'get') request = await goodRequest(world, operationId, method, path)
    }
  })
})
