// SPDX-License-Identifier: Apache-2.0
// The program, or its PostgreSQL, ends without warning while sixteen clients write: whatever they
// were told is there afterwards, and nothing is half done.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { program, serve } from '../api/program.mjs'

const rounds = 20 * Number(process.env.TENPOINT_LONG_FAULTS ?? 1)
const password = 'long enough for a test'
const server = process.env.TENPOINT_TEST_POSTGRESQL
const options = ['--rate', '0'] // writers in a hurry
const delay = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

function postgresql(action) {
  execFileSync('bash', ['-c', `source tools/postgresql.sh; ${action}_postgresql`])
}

// A folder of a node with an account in it, and on PostgreSQL a schema of its own.
function newNode(onPostgresql) {
  const data = mkdtempSync(join(tmpdir(), 'tenpoint-kill-'))
  const env = { ...process.env }
  if (onPostgresql) {
    const schema = `kill_${process.pid}_${Date.now()}`
    execFileSync('psql', ['-q', server, '-c', `create schema ${schema}`])
    env.TENPOINT_DATABASE = `${server}&options=-csearch_path%3D${schema}`
  }
  const words = ['--partner', 'Secretariat', '--role', 'administrator', '--password-stdin']
  execFileSync(program, ['user', 'add', 'writer', '--data', data, ...words], { env, input: `${password}\n` })
  return { data, env }
}

async function signIn(base) {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'writer', password }),
  })
  assert.equal(answer.status, 200)
  return {
    'Content-Type': 'application/json',
    Cookie: answer.headers.get('set-cookie').split(';')[0],
    'X-Tenpoint-Csrf': (await answer.json()).csrf,
  }
}

// Sixteen clients make partners and change them until they are stopped or get no answer.
// `acknowledged` is by name the version that was answered last.
function writeTo(base, headers, acknowledged) {
  let goesOn = true
  const client = async (number) => {
    const name = (count) => `Partner ${count} of ${number} on ${base} at ${Date.now()}`
    for (let count = 0; goesOn; ++count) {
      const send = (method, path, body, more = {}) =>
        fetch(base + path, { method, headers: { ...headers, ...more }, body: JSON.stringify(body) })
      const made = await send('POST', '/api/partners', { name: name(count), kind: 'ngo' })
      if (made.status !== 201) continue
      const partner = await made.json()
      acknowledged.set(partner.name, partner.version)
      const changed = await send('PATCH', `/api/partners/${partner.id}`, { short_name: String(count) }, {
        'If-Match': made.headers.get('etag'),
      })
      if (changed.status === 200) acknowledged.set(partner.name, (await changed.json()).version)
    }
  }
  const ended = Promise.all(Array.from({ length: 16 }, (_, number) => client(number).catch(() => {})))
  return async () => {
    goesOn = false
    await ended
  }
}

async function expectWhole(base, headers, acknowledged) {
  const missing = new Map(acknowledged)
  for (let after = ''; after !== null; ) {
    const page = await (await fetch(`${base}/api/partners?limit=500${after && `&after=${after}`}`, { headers })).json()
    for (const { id, name, version } of page.items) {
      if (!missing.has(name)) continue
      assert.ok(version >= missing.get(name), `${name} has lost its change`)
      missing.delete(name)
      if (Math.random() > 0.1) continue
      const history = await (await fetch(`${base}/api/partners/${id}/history`, { headers })).json()
      assert.equal(history.items.length, version, `the journal of ${name}`)
    }
    after = page.next && encodeURIComponent(page.next)
  }
  assert.deepEqual([...missing.keys()], [])
}

async function killTheProgram(onPostgresql) {
  const { data, env } = newNode(onPostgresql)
  const acknowledged = new Map()
  for (let round = 0; round < rounds; ++round) {
    const node = await serve(data, { env, options })
    const headers = await signIn(node.base)
    await expectWhole(node.base, headers, acknowledged)
    const stop = writeTo(node.base, headers, acknowledged)
    await delay(50 + Math.random() * 250)
    await node.kill()
    await stop()
  }
  const node = await serve(data, { env, options })
  await expectWhole(node.base, await signIn(node.base), acknowledged)
  assert.ok(acknowledged.size > rounds, 'there was a load')
  assert.equal(await node.stop(), 0)
  rmSync(data, { recursive: true })
}

test('The program is killed', () => killTheProgram(false))
test('The program is killed on PostgreSQL', { skip: !server }, () => killTheProgram(true))

test('PostgreSQL ends without warning and comes back', { skip: !server }, async () => {
  const { data, env } = newNode(true)
  const acknowledged = new Map()
  const node = await serve(data, { env, options })
  const headers = await signIn(node.base)
  for (let round = 0; round < rounds / 4; ++round) {
    const stop = writeTo(node.base, headers, acknowledged)
    await delay(100 + Math.random() * 250)
    postgresql('crash')
    await stop()
    postgresql('restart')
    await expectWhole(node.base, headers, acknowledged)
  }
  assert.ok(acknowledged.size > rounds, 'there was a load')
  assert.equal(await node.stop(), 0)
  rmSync(data, { recursive: true })
})
