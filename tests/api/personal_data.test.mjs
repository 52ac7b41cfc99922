// SPDX-License-Identifier: Apache-2.0
//
// Names are planted in a node of its own wherever the program lets one, and then looked for in
// everything that it keeps, tells and writes elsewhere.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from './database.mjs'
import { addAccount, password, program, serve } from './program.mjs'

const person = { full_name: 'Zubaida Quillfeather-Örn', email: 'zubaida.quillfeather@mail.example' }
const changed = 'Zubaida Quillfeather-Oakley'
const planted = ['Zubaida', 'Quillfeather', 'quillfeather', 'zubaida', 'Oakley', 'mail.example']
const open = 'openly-told-short-name'

let folder
let data
let database
let env
let server
let headers
let user
let events = ''

const run = (words, more = {}) =>
  spawnSync(program, [...words, '--data', data], { env: { ...env, LC_ALL: 'C', ...more }, encoding: 'utf8', timeout: 120_000 })

async function send(method, path, json, more = {}) {
  const response = await fetch(server.base + path, {
    method,
    headers: { ...headers, ...(json && { 'Content-Type': 'application/json' }), ...more },
    body: json && JSON.stringify(json),
  })
  const text = await response.text()
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : undefined }
}
const ifMatch = (version) => ({ 'If-Match': `"${version}"` })

async function signIn() {
  const body = JSON.stringify({ name: 'administrator', password })
  const answer = await fetch(`${server.base}/api/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body,
  })
  expect(answer.status).toBe(200)
  headers = {
    Cookie: answer.headers.get('set-cookie').split(';')[0],
    'X-Tenpoint-Csrf': (await answer.json()).csrf,
  }
}

async function followEvents() {
  const answer = await fetch(`${server.base}/api/events`, { headers })
  const read = async () => {
    for await (const piece of answer.body) events += Buffer.from(piece).toString()
  }
  read().catch(() => {})
}

// Figures, with a column of names that nobody asked for, and one in the wrong cell.
const csv = `Month,Nationality,People,Contact
2024-01,Venezuela,1200,Zubaida Quillfeather
2024-02,Haiti,many for Zubaida,Oakley
`
let batch

async function must(status, ...request) {
  const answer = await send(...request)
  expect(answer.status, answer.text).toBe(status)
  return answer.json
}

let source
let place

async function importNames() {
  source = await must(201, 'POST', '/api/sources', { name: 'border office', title: { en: 'Border office' } })
  place = await must(201, 'POST', '/api/places', { code: 'BORDER', name: { en: 'Border' }, kind: 'border' })
  return importAgain()
}

async function importAgain() {
  const upload = await fetch(`${server.base}/api/files?name=figures.csv`, {
    method: 'POST', headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: csv,
  })
  expect(upload.status).toBe(201)
  const kept = await upload.json()
  const mapping = { ...kept.mapping, set: { indicator: 'crossing', place: place.code } }
  const { job } = await must(202, 'POST', '/api/batches', { file: kept.file, source: source.id, mapping })
  for (;;) {
    const done = (await send('GET', `/api/jobs/${job}`)).json
    expect(done.problem).toBeNull()
    if (done.state === 'done') return done.batch
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

// A text as it would stand somewhere: as it is, or in another writing.
function writings(text) {
  const bytes = Buffer.from(text)
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').slice(offset && offset + 1).replace(/=+$/, '').slice(0, -2),
  )
  return [bytes, Buffer.from(text, 'utf16le'), Buffer.from(bytes.toString('hex')), ...base64.map((each) => Buffer.from(each))]
}

const found = (text, content) => writings(text).some((writing) => content.includes(writing))
function expectNothingPlanted(content, where) {
  const bytes = Buffer.from(content)
  for (const word of planted) expect(found(word, bytes), `${word} in ${where}`).toBe(false)
}

function files(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const name = join(path, entry.name)
    if (entry.isDirectory()) return files(name)
    return entry.isFile() ? [name] : []
  })
}

// Gives whether what is openly told was found.
function searchNode() {
  let isOpenFound = false
  for (const name of files(data)) {
    const content = readFileSync(name)
    expectNothingPlanted(content, name)
    isOpenFound ||= found(open, content)
  }
  if (database) {
    const dump = database.dump()
    expectNothingPlanted(dump, 'the database')
    isOpenFound ||= found(open, Buffer.from(dump))
  }
  return isOpenFound
}

// The one cell that a query of the node's database asks for.
const ask = (sql) =>
  database ? database.ask(sql) : execFileSync('sqlite3', [join(data, 'tenpoint.db'), sql], { encoding: 'utf8' }).trim()

// Behind the program's back, in its turn: a serving node writes by itself too.
const alter = (sql) =>
  database ? database.ask(sql) : execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(data, 'tenpoint.db'), sql])

// Whether a text stands in what the node keeps.
const isKept = (text) => (database ? [database.dump()] : files(data).map((name) => readFileSync(name))).some((all) => all.includes(text))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenpoint-personal-'))
  data = join(folder, 'node')
  database = freshDatabase(`personal_${process.pid}`)
  env = { ...process.env, ...(database && { TENPOINT_DATABASE: database.uri }) }
  addAccount(data, 'administrator', 'Secretariat', 'administrator', env)
  server = await serve(data, { env, options: ['--rate', '0'] })
  await signIn()
  await followEvents()
  const partner = (await send('GET', '/api/session')).json.partner.id
  expect((await send('POST', '/api/partners', { name: 'A partner', short_name: open, kind: 'ngo' })).status).toBe(201)
  const account = { name: 'officer-7', partner, role: 'reader', password, ...person }
  const key = { 'Idempotency-Key': 'a key that nobody guesses' }
  for (let time = 0; time < 2; ++time) {
    const made = await send('POST', '/api/users', account, key)
    expect(made.status).toBe(201)
    user = made.json
  }
  expect(user).toMatchObject(person)
  const patch = await send('PATCH', `/api/users/${user.id}`, { full_name: changed }, ifMatch(1))
  expect(patch.status).toBe(200)
  batch = await importNames()
  // What is refused is not kept either.
  expect((await send('PATCH', `/api/users/${user.id}`, person, ifMatch(1))).status).toBe(412)
  expect((await send('POST', '/api/users', { ...account, role: 'Zubaida' })).status).toBe(422)
  expect((await send('GET', `/api/users?Zubaida=1&email=${person.email}`)).status).toBe(400)
  expect((await send('GET', `/api/Zubaida/${person.email}`)).status).toBe(404)
}, 120_000)
afterAll(async () => {
  await server?.stop()
  database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('What is personal in an account', () => {
  it('is told to whoever may read it, also in the history', async () => {
    expect((await send('GET', `/api/users/${user.id}`)).json).toMatchObject({ full_name: changed, email: person.email })
    const history = await send('GET', `/api/users/${user.id}/history`)
    expect(history.text).toContain(person.full_name)
    expect(history.json.items[1].change).toEqual([{ field: 'full_name', from: person.full_name, to: changed }])
  })

  it('is found by its whole value where that is allowed, and by no search', async () => {
    expect((await send('GET', `/api/users?email=${person.email}`)).json.total).toBe(1)
    expect((await send('GET', '/api/users?email=zubaida')).json.total).toBe(0)
    expect((await send('GET', '/api/users?q=quillfeather')).json.total).toBe(0)
    expect((await send('GET', '/api/users?full_name=Zubaida')).status).toBe(400)
    expect((await send('GET', '/api/users?sort=email')).status).toBe(400)
  })

  it('stands in no downloaded list, event or log', async () => {
    for (const format of ['csv', 'hxl']) {
      const file = await send('GET', `/api/users?format=${format}`)
      expect(file.text).toContain('officer-7')
      expectNothingPlanted(file.text, format)
    }
    await expect.poll(() => events, { timeout: 10_000 }).toContain(user.id)
    expectNothingPlanted(events, 'events')
    expect(server.log()).toContain('event=answered')
    expectNothingPlanted(server.log(), 'the log')
  })

  it('is told of a file to whoever may read it', async () => {
    expect((await send('GET', `/api/batches/${batch}/file`)).text).toBe(csv)
    expect((await send('GET', `/api/batches/${batch}/findings`)).text).toContain('many for Zubaida')
  })

  it('stands nowhere in what the node keeps, not in files or findings either', () => {
    expect(searchNode()).toBe(true)
  })

  it('stands in no backup, which opens with the key of its node alone', () => {
    const backup = join(folder, 'node.backup')
    const made = run(['backup', backup])
    expect(made.stderr).toBe('')
    const content = readFileSync(backup)
    expectNothingPlanted(content, 'the backup')
    const elsewhere = (...words) => {
      const { TENPOINT_DATABASE, ...without } = env
      return spawnSync(program, [...words, '--data', join(folder, 'elsewhere')], {
        env: { ...without, LC_ALL: 'C' }, encoding: 'utf8', timeout: 120_000,
      })
    }
    const refused = elsewhere('restore', backup)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('key')
    expect(existsSync(join(folder, 'elsewhere', 'tenpoint.db'))).toBe(false)
    const key = ['--key-file', join(data, 'node.key')]
    const restored = elsewhere('restore', backup, ...key)
    expect(restored.stderr).toBe('')
    expect(elsewhere('verify', ...key).status).toBe(0)
    expect(elsewhere('verify').status).toBe(1)
    for (const name of files(join(folder, 'elsewhere'))) expectNothingPlanted(readFileSync(name), name)
  })

  it('opens with a new key after a change of the key, and what was kept is still right', async () => {
    const before = readFileSync(join(data, 'node.key'), 'utf8')
    const { status, stdout, stderr } = run(['rekey'])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('new key')
    const after = readFileSync(join(data, 'node.key'), 'utf8')
    expect(after).not.toBe(before)
    expect(after.trim().split('\n')).toHaveLength(1)
    expect(statSync(join(data, 'node.key')).mode & 0o777).toBe(0o600)
    expect((await send('GET', `/api/users/${user.id}`)).json.full_name).toBe(changed)
    expect(run(['verify']).status).toBe(0)
    expect(searchNode()).toBe(true)
  })

  it('is gone for ever once it was erased, and so is the way in', async () => {
    const account = { name: 'officer-7', password }
    const in_as = () => send('POST', '/api/session', account)
    expect((await in_as()).status).toBe(200)
    const wrapped = ask(`select wrapped from data_keys where record = '${user.id}'`)
    expect(wrapped).toMatch(/^[0-9a-f]{16}\.1\./)
    expect(isKept(wrapped)).toBe(true)
    expect((await send('POST', `/api/users/${user.id}/erase`)).status).toBe(428)
    expect((await send('POST', `/api/users/${user.id}/erase`, undefined, ifMatch(1))).status).toBe(412)
    const erased = await send('POST', `/api/users/${user.id}/erase`, undefined, ifMatch(2))
    expect(erased.status).toBe(200)
    expect(erased.json).toMatchObject({ name: 'officer-7', full_name: null, email: null, version: 3 })
    expect((await in_as()).status).toBe(401)
    const history = await send('GET', `/api/users/${user.id}/history`)
    expectNothingPlanted(history.text, 'the history')
    expect(history.json.items.map(({ verb }) => verb)).toEqual(['create', 'change', 'erase'])
    expect((await send('GET', `/api/users?email=${person.email}`)).json.total).toBe(0)
    expect(isKept(wrapped)).toBe(false)
    expect(run(['verify']).status).toBe(0)
    expect(searchNode()).toBe(true)
  })

  it('can be entered anew, and its past stays closed', async () => {
    const entered = await send('PATCH', `/api/users/${user.id}`, { full_name: 'Somebody else' }, ifMatch(3))
    expect(entered.status).toBe(200)
    const history = await send('GET', `/api/users/${user.id}/history`)
    expect(history.status).toBe(200)
    expectNothingPlanted(history.text, 'the history')
    expect(history.json.items[3].change).toEqual([{ field: 'full_name', from: null, to: 'Somebody else' }])
    const stale = await send('PATCH', `/api/users/${user.id}`, { full_name: 'Another' }, ifMatch(1))
    expect(stale.status).toBe(412)
    expectNothingPlanted(stale.text, 'a refusal')
    expect((await send('GET', `/api/users/${user.id}`)).json.full_name).toBe('Somebody else')
  })

  it('is erased by a command too', async () => {
    const partner = (await send('GET', '/api/session')).json.partner.id
    const made = await send('POST', '/api/users', { name: 'officer-8', partner, role: 'reader', ...person })
    const copies = ['tenpoint-2026-01-01T00-00-00.000Z-before-restore.db', 'tenpoint-2025-12-01T00-00-00.000Z-after-migration-5.db']
    for (const name of copies) writeFileSync(join(data, name), '')
    const erased = run(['erase', 'users', made.json.id])
    expect(erased.status).toBe(0)
    for (const name of copies) {
      expect(erased.stdout).toContain(name)
      rmSync(join(data, name))
    }
    expect((await send('GET', `/api/users/${made.json.id}`)).json.email).toBe(null)
    expect(run(['erase', 'users', made.json.id.replace(/.$/, (c) => (c === 'e' ? 'f' : 'e'))]).status).toBe(1)
    expect(run(['erase', 'partners', made.json.id]).status).toBe(2)
    expect(run(['erase', 'users', 'nobody']).status).toBe(2)
  })

  it('goes with the file that it came in, once that counts no more', async () => {
    const path = `/api/batches/${batch}`
    const keysOf = ({ file, segment, findings }) =>
      [file, segment, findings].map((id) => ask(`select wrapped from data_keys where record = '${id}'`))
    const wrapped = keysOf((await send('GET', path)).json)
    for (const key of wrapped) expect(isKept(key)).toBe(true)
    const refused = await send('POST', `${path}/erase`)
    expect(refused.status).toBe(409)
    expect(refused.json.code).toBe('still_counts')
    expect((await send('GET', `${path}/file`)).text).toBe(csv)

    expect((await send('POST', `${path}/withdraw`, {})).status).toBe(200)
    const erased = await send('POST', `${path}/erase`)
    expect(erased.status).toBe(200)
    expect(erased.json).toMatchObject({ status: 'erased', rows: 2, file_name: 'figures.csv' })
    for (const key of wrapped) expect(isKept(key)).toBe(false)
    expect((await send('GET', `${path}/file`)).status).toBe(404)
    expectNothingPlanted((await send('GET', `${path}/findings`)).text, 'the findings')
    expect((await send('POST', `${path}/accept`, {})).status).toBe(409)
    expect((await send('GET', `${path}/overlaps`)).status).toBe(404)
    expect((await send('GET', `${path}/history`)).json.items.map(({ verb }) => verb)).toEqual(['create', 'withdraw', 'erase'])
    expect(run(['verify']).status).toBe(0)

    const again = await importAgain()
    expect(again).not.toBe(batch)
    expect((await send('GET', `/api/batches/${again}/file`)).text).toBe(csv)
    expect((await send('POST', `/api/batches/${again}/withdraw`, {})).status).toBe(200)
    expect(run(['erase', 'batches', again]).status).toBe(0)
    expect((await send('GET', `/api/batches/${again}`)).json.status).toBe('erased')
    expect(run(['verify']).status).toBe(0)
  })
})

describe('The node’s key', () => {
  const key = () => join(data, 'node.key')

  it('stops the start in a clear sentence where it is missing or another’s', async () => {
    await server.stop()
    server = undefined
    const away = join(folder, 'away.key')
    renameSync(key(), away)
    const missing = run(['serve', '--port', '0'], { LC_ALL: 'fr_FR.UTF-8' })
    expect(missing.status).toBe(1)
    expect(missing.stderr).toContain('La clé qui ouvre les données personnelles')
    expect(existsSync(key())).toBe(false)
    addAccount(join(folder, 'other'), 'ana', 'One', 'reader', { ...env, TENPOINT_DATABASE: undefined })
    const another = run(['serve', '--port', '0', '--key-file', join(folder, 'other', 'node.key')])
    expect(another.status).toBe(1)
    expect(another.stderr).toContain('does not open')
    expect(run(['verify', '--key-file', away]).status).toBe(0)
    renameSync(away, key())
  })

  it('is changed wholly or goes on changing, whenever the program is killed', async () => {
    const content = () => readFileSync(key(), 'utf8')
    const keys = () => content().trim().split('\n').length
    let interrupted = 0
    for (let round = 0; round < 8; ++round) {
      const before = content()
      const child = spawn(program, ['rekey', '--data', data], { env, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.on('close', resolve))
      // A moment after the file has changed, before anybody else has a turn.
      const deadline = Date.now() + 5000
      while (content() === before && Date.now() < deadline);
      const moment = performance.now() + Math.random() * 4
      while (performance.now() < moment);
      child.kill('SIGKILL')
      await ended
      if (keys() === 2) ++interrupted
      const checked = run(['verify'])
      expect(checked.stderr).toBe('')
      expect(checked.status).toBe(0)
    }
    expect(interrupted).toBeGreaterThan(0)
    expect(run(['rekey']).status).toBe(0)
    expect(keys()).toBe(1)
    expect(run(['verify']).status).toBe(0)
    server = await serve(data, { env, options: ['--rate', '0'] })
    await signIn()
  }, 240_000)
})

// The last, since its node is not right afterwards.
it('A file is not gone where it only looks erased, or has lost its key alone', async () => {
  const kept = await importAgain()
  const { file } = (await send('GET', `/api/batches/${kept}`)).json
  const key = ask(`select wrapped from data_keys where record = '${file}'`)
  alter(`delete from data_keys where record = '${file}'`)
  expect(run(['verify']).stderr).toContain('figures.csv')
  alter(`insert into data_keys (record, since, wrapped) values ('${file}', 1, '${key}')`)
  expect(run(['verify']).status).toBe(0)

  alter(`delete from file_chunks where file = '${file}'`)
  alter(`update files set hash = '', sealed_hash = '', bytes = 0, chunks = 0 where id = '${file}'`)
  expect(run(['verify']).stderr).toContain('figures.csv')
  alter(`delete from data_keys where record = '${file}'`)
  const blanked = run(['verify'])
  expect(blanked.status).toBe(1)
  expect(blanked.stderr).toContain(kept)
})
