// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Client } from './client.mjs'
import { command } from './command_line.mjs'
import { addAccount, program } from './program.mjs'

const file = () => join(inject('data'), 'journal.head')
const head = () => (existsSync(file()) ? JSON.parse(readFileSync(file())) : { number: 0 })
let coordinator
let elsewhere

beforeAll(async () => {
  coordinator = await Client.as('coordinator')
  elsewhere = mkdtempSync(join(tmpdir(), 'tenpoint-heads-'))
})
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

async function addPlace(code) {
  const added = await coordinator.post('/api/places', { code, name: { en: code }, kind: 'site' })
  expect(added.status).toBe(201)
}

it('A server seals what was written without being asked', async () => {
  const before = head().number
  await addPlace('SEALED-1')
  await expect.poll(() => head().number, { timeout: 10_000 }).toBeGreaterThan(before)
})

it('A served node is as its journal says', async () => {
  await addPlace('SEALED-2')
  const { status, stdout, stderr } = command('verify')
  expect(stderr.toString()).toBe('')
  expect(status).toBe(0)
  expect(stdout.toString()).toContain(head().head)
})

it('A head that was kept elsewhere is asked for', async () => {
  const kept = join(elsewhere, 'kept.head')
  writeFileSync(kept, JSON.stringify(head()))
  await addPlace('SEALED-3')
  expect(command('verify', '--head', kept).status).toBe(0)
  writeFileSync(kept, JSON.stringify({ ...head(), head: '0'.repeat(64) }))
  const { status, stdout, stderr } = command('verify', '--head', kept)
  expect(status).toBe(1)
  expect(stdout.toString()).toBe('')
  expect(stderr.toString()).toContain('rewritten')
})

it('What is wrong is told in the language of the terminal', () => {
  const kept = join(elsewhere, 'later.head')
  writeFileSync(kept, JSON.stringify({ ...head(), number: 1_000_000 }))
  const words = ['verify', '--data', inject('data'), '--head', kept]
  const env = { ...process.env, LC_ALL: 'fr_FR.UTF-8' }
  const { status, stderr } = spawnSync(inject('program'), words, { env, timeout: 30_000 })
  expect(status).toBe(1)
  expect(stderr.toString()).toContain('La fin du journal manque')
})

it('What was altered is named as the interface names it', () => {
  const data = join(elsewhere, 'altered')
  addAccount(data, 'Rosa', 'Office', 'administrator')
  const alter = (sql) => execFileSync('sqlite3', [join(data, 'tenpoint.db'), sql])
  const told = (locale) => {
    const env = { ...process.env, LC_ALL: locale }
    return spawnSync(program, ['verify', '--data', data], { env, timeout: 30_000 }).stderr.toString()
  }
  alter("update partners set search_text = 'another'")
  expect(told('en_GB.UTF-8')).toMatch(/^Partner [0-9a-f-]{36} is not found by its words any more/)
  alter("update partners set country = 'PAN'")
  expect(told('fr_FR.UTF-8')).toMatch(/^Partenaire [0-9a-f-]{36} n’est pas tel/)
  alter('update partners set country = null; delete from link')
  alter("insert into link select 'partners', id, 'shared_with', 0, 'partners', id from partners")
  expect(told('es_ES.UTF-8')).toMatch(/^La lista «Compartido con» de Socio [0-9a-f-]{36} fue alterada/)
})

// A page of a table that no journal speaks of.
it('What is destroyed is called so, and so is a head that is none', () => {
  const data = join(elsewhere, 'destroyed')
  addAccount(data, 'Rosa', 'Office', 'administrator')
  const database = join(data, 'tenpoint.db')
  const asked = "select s.page_size, m.rootpage from pragma_page_size s, sqlite_master m where m.name = 'recovery_codes'"
  const [size, page] = execFileSync('sqlite3', [database, asked]).toString().split('|').map(Number)
  const bytes = readFileSync(database)
  writeFileSync(database, bytes.map((byte, at) => (Math.floor(at / size) === page - 1 ? 0xff : byte)))
  const run = (...words) => {
    const env = { ...process.env, LC_ALL: 'en_GB.UTF-8' }
    const { status, stderr } = spawnSync(program, [...words, '--data', data], { env, timeout: 30_000 })
    return { status, told: stderr.toString() }
  }
  expect(run('verify')).toMatchObject({ status: 1, told: expect.stringMatching(/^The database is damaged \(/) })
  expect(run('backup', join(elsewhere, 'destroyed.backup'))).toMatchObject({
    status: 1,
    told: expect.stringMatching(/^The data could not be read or written just now[^]*\n {2}database: The database is damaged\./),
  })
  writeFileSync(database, bytes)
  execFileSync('sqlite3', [database, 'alter table partners drop column website'])
  expect(run('verify').told).toMatch(/website[^]*A table or a column that Tenpoint made is missing/)
  writeFileSync(database, bytes)
  writeFileSync(join(data, 'journal.head'), 'garbage')
  expect(run('verify')).toMatchObject({ status: 1, told: expect.stringContaining('journal.head') })
})

it.each([
  ['nowhere.head', null],
  ['wrong.head', '{"number": "one"}'],
])('A file that holds no head is wrong usage: %s', (name, text) => {
  const path = join(elsewhere, name)
  if (text) writeFileSync(path, text)
  expect(command('verify', '--head', path).status).toBe(2)
})
