// SPDX-License-Identifier: Apache-2.0
// A node under the tests of faults: its folder, its writers, and whether it kept what it told them.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAccount, password, program } from '../api/program.mjs'

export const options = ['--rate', '0'] // writers in a hurry
export const server = process.env.TENPOINT_TEST_POSTGRESQL
export const delay = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

// A folder of a node with an account in it, and on PostgreSQL a schema of its own.
export function newNode(onPostgresql) {
  const data = mkdtempSync(join(tmpdir(), 'tenpoint-fault-'))
  const env = { ...process.env }
  if (onPostgresql) {
    const schema = `fault_${process.pid}_${Date.now()}`
    execFileSync('psql', ['-q', server, '-c', `create schema ${schema}`])
    env.TENPOINT_DATABASE = `${server}&options=-csearch_path%3D${schema}`
  }
  addAccount(data, 'writer', 'Secretariat', 'administrator', env)
  return { data, env }
}

export async function signIn(base) {
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
// `acknowledged` is by name the version that was answered last; what was refused goes to `refusals`.
export function writeTo(base, headers, acknowledged, refusals = []) {
  let goesOn = true
  const client = async (number) => {
    const name = (count) => `Partner ${count} of ${number} on ${base} at ${Date.now()}`
    for (let count = 0; goesOn; ++count) {
      const send = async (method, path, body, more = {}) => {
        const answer = await fetch(base + path, { method, headers: { ...headers, ...more }, body: JSON.stringify(body) })
        const json = await answer.json()
        if (answer.status >= 400) refusals.push({ status: answer.status, code: json.code })
        return { status: answer.status, json, etag: answer.headers.get('etag') }
      }
      const made = await send('POST', '/api/partners', { name: name(count), kind: 'ngo' })
      if (made.status !== 201) continue
      acknowledged.set(made.json.name, made.json.version)
      const path = `/api/partners/${made.json.id}`
      const changed = await send('PATCH', path, { short_name: String(count) }, { 'If-Match': made.etag })
      if (changed.status === 200) acknowledged.set(changed.json.name, changed.json.version)
    }
  }
  const ended = Promise.all(Array.from({ length: 16 }, (_, number) => client(number).catch(() => {})))
  return async () => {
    goesOn = false
    await ended
  }
}

export async function expectWhole(base, headers, acknowledged) {
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

// Every row against its entry in the journal, the chain of the journal, and all keys.
export function verify(data, env) {
  const { status, stdout, stderr } = spawnSync(program, ['verify', '--data', data], { env, encoding: 'utf8' })
  assert.equal(status, 0, stdout + stderr)
}
