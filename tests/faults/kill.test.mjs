// SPDX-License-Identifier: Apache-2.0
// The program, or its PostgreSQL, ends without warning while sixteen clients write: whatever they
// were told is there afterwards, and nothing is half done.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { password, serve } from '../api/program.mjs'
import { delay, expectWhole, newNode, options, server, signIn, verify, writeTo } from './node.mjs'

const rounds = 20 * Number(process.env.TENPOINT_LONG_FAULTS ?? 1)

function postgresql(action) {
  execFileSync('bash', ['-c', `source tools/postgresql.sh; ${action}_postgresql`])
}

async function killTheProgram(onPostgresql) {
  const { data, env } = newNode(onPostgresql)
  const acknowledged = new Map()
  for (let round = 0; round < rounds; ++round) {
    const node = await serve(data, { env, options })
    const headers = await signIn(node.base)
    await expectWhole(node.base, headers, acknowledged)
    verify(data, env)
    const stop = writeTo(node.base, headers, acknowledged)
    await delay(50 + Math.random() * 250)
    await node.kill()
    await stop()
  }
  const node = await serve(data, { env, options })
  await expectWhole(node.base, await signIn(node.base), acknowledged)
  assert.ok(acknowledged.size > rounds, 'there was a load')
  assert.equal(await node.stop(), 0)
  verify(data, env)
  rmSync(data, { recursive: true })
}

test('The program is killed', () => killTheProgram(false))
test('The program is killed on PostgreSQL', { skip: !server }, () => killTheProgram(true))

test('PostgreSQL ends without warning and comes back', { skip: !server }, async () => {
  const { data, env } = newNode(true)
  const acknowledged = new Map()
  const node = await serve(data, { env, options })
  const headers = await signIn(node.base)
  for (let round = 0; round < rounds; ++round) {
    const stop = writeTo(node.base, headers, acknowledged)
    await delay(100 + Math.random() * 250)
    postgresql('crash')
    await stop()
    postgresql('restart')
    await expectWhole(node.base, headers, acknowledged)
  }
  assert.ok(acknowledged.size > rounds, 'there was a load')
  assert.equal(await node.stop(), 0)
  verify(data, env)
  rmSync(data, { recursive: true })
})

test('Whoever changes something waits for PostgreSQL, whoever reads is told', { skip: !server }, async () => {
  const { data, env } = newNode(true)
  const node = await serve(data, { env, options })
  const headers = await signIn(node.base)
  const post = (path, body, by = headers) =>
    fetch(node.base + path, { method: 'POST', headers: by, body: JSON.stringify(body) })
  const { token } = await (await post('/api/account/tokens', { name: 'A script', scope: 'write', days: 1 })).json()
  const bearer = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
  postgresql('crash')
  const waiting = [
    ...Array.from({ length: 8 }, (_, i) => post('/api/partners', { name: `By session ${i}`, kind: 'ngo' })),
    post('/api/partners', { name: 'By token', kind: 'ngo' }, bearer),
    post('/api/session', { name: 'writer', password }),
  ]
  let settled = 0
  for (const each of waiting) each.then(() => ++settled)
  await delay(200) // until all of them stand in line
  assert.equal((await fetch(`${node.base}/api/health/live`)).status, 200)
  const read = await fetch(`${node.base}/api/partners`, { headers })
  assert.deepEqual([read.status, read.headers.get('retry-after')], [503, '1'])
  assert.equal(settled, 0, 'readers are answered while writers wait')
  postgresql('restart')
  const statuses = (await Promise.all(waiting)).map(({ status }) => status)
  assert.deepEqual(statuses, [...Array(9).fill(201), 200])
  assert.equal(await node.stop(), 0)
  rmSync(data, { recursive: true })
})
