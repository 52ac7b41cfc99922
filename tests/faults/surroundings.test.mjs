// SPDX-License-Identifier: Apache-2.0
// What the program runs in fails it: a folder that may not be written, no more files to open, a
// clock that is set back. Clients are told so, nothing is lost, and it goes on by itself.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { password, program, serve } from '../api/program.mjs'
import { delay, expectWhole, newNode, options, server, signIn, verify, writeTo } from './node.mjs'

async function upload(base, headers) {
  const answer = await fetch(`${base}/api/files?name=a.csv`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    body: `Month,People\n2024-01,${Math.random()}\n`,
  })
  return { status: answer.status, json: await answer.json() }
}

const isTold = ({ status, code }) => status === 503 && ['storage_failed', 'server_busy'].includes(code)

// Root may write everywhere: the program runs as somebody else, from where everybody may enter.
class UnprivilegedNode {
  under = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs']
  folder = mkdtempSync(join(tmpdir(), 'tenpoint-unprivileged-'))
  program = join(this.folder, 'tenpoint')
  data = join(this.folder, 'data')

  constructor() {
    chmodSync(this.folder, 0o777)
    copyFileSync(program, this.program)
    const words = ['user', 'add', 'writer', '--partner', 'Secretariat', '--role', 'administrator', '--password-stdin']
    const done = this.run(words, `${password}\n`)
    assert.equal(done.status, 0, done.stderr)
    chmodSync(this.folder, 0o755)
  }
  run(words, input = '') {
    const all = [...this.under, this.program, ...words, '--data', this.data]
    return spawnSync(all[0], all.slice(1), { input, encoding: 'utf8', timeout: 20_000 })
  }
  serve = () => serve(this.data, { options, under: this.under, as: this.program })
  // It may still read, as one of the group: a key that everybody may read it takes for no secret.
  forbidWriting() {
    execFileSync('chown', ['-R', 'root:65534', this.data])
    execFileSync('chmod', ['-R', 'g+rX,a-w,o-rwx', this.data])
  }
  allowWriting() {
    execFileSync('chown', ['-R', '65534:65534', this.data])
    execFileSync('chmod', ['-R', 'u+w', this.data])
  }
  remove = () => rmSync(this.folder, { recursive: true })
}
const isRoot = process.getuid() === 0

test('A folder that may not be written is refused at the start, and left as it is', { skip: !isRoot }, async () => {
  const node = new UnprivilegedNode()
  const acknowledged = new Map()
  const before = await node.serve()
  const stop = writeTo(before.base, await signIn(before.base), acknowledged)
  await delay(300)
  await stop()
  assert.equal(await before.stop(), 0)
  const files = readdirSync(node.data).sort()
  node.forbidWriting()
  const refused = node.run(['serve', '--port', '0'])
  assert.equal(refused.status, 1)
  assert.match(refused.stderr, /could not be (read or )?(saved|written|stored)|permission|storage/i)
  assert.deepEqual(readdirSync(node.data).sort(), files)
  node.allowWriting()
  const after = await node.serve()
  await expectWhole(after.base, await signIn(after.base), acknowledged)
  assert.equal(await after.stop(), 0)
  assert.equal(node.run(['verify']).status, 0)
  node.remove()
})

test('A folder that cannot be written any more is told, and gone on with once it can', { skip: !isRoot }, async () => {
  const node = new UnprivilegedNode()
  const acknowledged = new Map()
  const refusals = []
  const { base, stop, log } = await node.serve()
  const headers = await signIn(base)
  const stopWriting = writeTo(base, headers, acknowledged, refusals)
  await delay(200)
  node.forbidWriting()
  await delay(1500) // long enough for the journal to be sealed
  const kept = await upload(base, headers)
  assert.deepEqual([kept.status, kept.json.code], [503, 'storage_failed'])
  assert.equal((await fetch(`${base}/api/partners`, { headers })).status, 200)
  node.allowWriting()
  await delay(1500)
  await stopWriting()
  assert.deepEqual(refusals.filter((each) => !isTold(each)), [])
  assert.equal((await upload(base, headers)).status, 201)
  await expectWhole(base, headers, acknowledged)
  assert.equal(await stop(), 0, log())
  assert.equal(node.run(['verify']).status, 0)
  node.remove()
})

// Sends over a connection that stays open.
function sender(base, headers) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const send = (method, path, body, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const asked = http.request(base + path, { agent, method, headers: { ...headers, 'Content-Type': type } })
      asked.on('error', reject)
      asked.on('response', async (answer) => {
        let text = ''
        for await (const piece of answer) text += piece
        resolve({ status: answer.statusCode, ...JSON.parse(text) })
      })
      asked.end(body)
    })
  return { send, end: () => agent.destroy() }
}

test('Where no more files can be opened, whoever is in goes on', async () => {
  const { data, env } = newNode()
  const under = ['prlimit', '--nofile=64:64']
  const limited = ['--trusted-proxy', '127.0.0.1', ...options] // whose clients have no share of their own
  const { base, stop, log } = await serve(data, { env, options: limited, under })
  const headers = await signIn(base)
  const acknowledged = new Map()
  const refusals = []
  const senders = Array.from({ length: 8 }, () => sender(base, headers))
  const uploader = sender(base, headers)
  const out = new Set() // a refusal may end the connection, and another is not to be had
  const write = (round) =>
    Promise.all(
      senders.map(async (sender, number) => {
        if (out.has(sender)) return
        const name = `Partner ${number} in round ${round}`
        const made = await sender.send('POST', '/api/partners', JSON.stringify({ name, kind: 'ngo' }))
        if (made.status === 201) return acknowledged.set(name, made.version)
        refusals.push(made)
        out.add(sender)
      }),
    )
  await write(0)
  await uploader.send('GET', '/api/session')
  const idle = Array.from({ length: 300 }, () => connect(new URL(base).port, '127.0.0.1').on('error', () => {}))
  await delay(500)
  assert.match(log(), /event=not_accepted/, 'the limit was reached')
  const kept = await uploader.send('POST', '/api/files?name=a.csv', 'Month,People\n', 'application/octet-stream')
  assert.ok(isTold(kept), JSON.stringify(kept))
  for (let round = 1; round <= 5; ++round) await write(round)
  assert.deepEqual(refusals.filter((each) => !isTold(each)), [])
  for (const socket of idle) socket.destroy()
  for (const { end } of [...senders, uploader]) end()
  await delay(500)
  assert.equal((await upload(base, headers)).status, 201)
  await expectWhole(base, headers, acknowledged)
  assert.ok(acknowledged.size > 8, 'some were written meanwhile')
  assert.equal(await stop(), 0)
  verify(data, env)
  rmSync(data, { recursive: true })
})

// A clock that the test sets while the program runs.
function heldClock(env) {
  const file = join(mkdtempSync(join(tmpdir(), 'tenpoint-clock-')), 'offset')
  const library = execFileSync('faketime', ['-m', '2026-01-01', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim()
  const set = (offset) => writeFileSync(file, `${offset}\n`)
  set('+0')
  const held = { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' }
  return { set, env: { ...env, ...held } }
}

async function setTheClockBack(onPostgresql) {
  const { data, env } = newNode(onPostgresql)
  const clock = heldClock(env)
  const acknowledged = new Map()
  const refusals = []
  const write = async (base, headers) => {
    const before = acknowledged.size
    const stop = writeTo(base, headers, acknowledged, refusals)
    await delay(400)
    await stop()
    assert.ok(acknowledged.size > before)
  }
  let node = await serve(data, { env: clock.env, options })
  const headers = await signIn(node.base)
  await write(node.base, headers)
  clock.set('-3d')
  await write(node.base, headers) // who is signed in stays so
  const back = await signIn(node.base)
  await write(node.base, back)
  await expectWhole(node.base, back, acknowledged)
  assert.equal(await node.stop(), 0)
  node = await serve(data, { env: clock.env, options })
  await write(node.base, back)
  await expectWhole(node.base, headers, acknowledged)
  clock.set('+0')
  assert.equal((await fetch(`${node.base}/api/partners`, { headers: back })).status, 401, 'ended days ago')
  await write(node.base, headers)
  await expectWhole(node.base, await signIn(node.base), acknowledged)
  assert.deepEqual(refusals, [])
  assert.equal(await node.stop(), 0)
  verify(data, env)
  rmSync(data, { recursive: true })
}

test('The clock is set back', () => setTheClockBack(false))
test('The clock is set back on PostgreSQL', { skip: !server }, () => setTheClockBack(true))
