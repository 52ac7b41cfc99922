// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Client } from './client.mjs'
import { command } from './command_line.mjs'

let folder

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenpoint-backup-'))
  const coordinator = await Client.as('coordinator')
  await coordinator.post('/api/partners', { name: 'Kept in the backup', kind: 'ngo' })
  // Records are copied in an order in which what others refer to comes first.
  const made = async (plural, body) => {
    const answer = await coordinator.post(`/api/${plural}`, body)
    expect(answer.status, answer.text).toBe(201)
    return answer.json.id
  }
  const source = await made('sources', { name: 'Kept in the backup', title: { en: 'A source' } })
  const place = await made('places', { code: 'KEPT', name: { en: 'A place' }, kind: 'site' })
  const arrangement = await made('arrangements', {
    code: 'kept', title: { en: 'Kept' }, level: 'national', form: 'network', status: 'active',
  })
  const agreement = await made('agreements', { arrangement, title: { en: 'Memorandum' } })
  const review = await made('reviews', { arrangement, finding: 'lesson', text: { en: 'Keep it.' } })
  const forum = await made('arrangements', {
    code: 'kept-forum', title: { en: 'Forum' }, level: 'national', form: 'forum', status: 'active', counterpart: arrangement,
  })
  const submission = await made('submissions', { arrangement, to: forum, title: { en: 'Proposals' }, submitted_on: '2008' })
  await made('documents', { arrangement, agreement, review, submission, place, source, title: { en: 'Notes' }, type: 'other' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const person = ['--partner', 'One', '--role', 'reader', '--password-stdin']
const key = () => ['--key-file', join(inject('data'), 'node.key')]

// A command on a node of its own, in SQLite.
function elsewhere(...words) {
  const env = { ...process.env }
  delete env.TENPOINT_DATABASE
  return spawnSync(inject('program'), words, { env, input: 'long enough for a test\n', timeout: 60_000 })
}

it('A node is backed up while it serves, and restored elsewhere', () => {
  const file = join(folder, 'node.backup')
  const made = command('backup', file)
  expect(made.stderr.toString()).toBe('')
  expect(made.status).toBe(0)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const data = join(folder, 'restored')
  const restored = elsewhere('restore', file, '--data', data, ...key())
  expect(restored.stderr.toString()).toBe('')
  expect(restored.status).toBe(0)
  expect(elsewhere('user', 'list', '--data', data, ...key()).stdout.toString()).toContain('coordinator')
  expect(elsewhere('verify', '--data', data, ...key()).status).toBe(0)

  const copied = join(folder, 'copied')
  expect(elsewhere('copy', '--from', data, '--from-key-file', key()[1], '--to', copied).status).toBe(0)
  expect(elsewhere('verify', '--data', copied).status).toBe(0)
  expect(elsewhere('copy', '--from', data, '--from-key-file', key()[1], '--to', copied).status).toBe(2)
}, 120_000)

// As with a service that has a /tmp of its own: the command sees a folder that the server does not.
const canHide = spawnSync('unshare', ['-Urm', 'true']).status === 0
it.skipIf(!canHide)('Files lie where the command sees them, whatever the server sees', () => {
  const own = join(folder, 'own')
  mkdirSync(own)
  const script = `
    mount -t tmpfs none "$own" && cd "$own" && cp "$data/journal.head" kept.head &&
    "$program" backup node.backup --data "$data" && "$program" verify --head kept.head --data "$data" &&
    "$program" restore node.backup --data restored --key-file "$data/node.key" && stat -c %a node.backup && ls`
  const env = { ...process.env, own, data: inject('data'), program: inject('program') }
  delete env.TENPOINT_DATABASE
  const { status, stdout, stderr } = spawnSync('unshare', ['-Urm', 'sh', '-c', script], { env, timeout: 60_000 })
  expect(stderr.toString()).toBe('')
  expect(status).toBe(0)
  expect(stdout.toString()).toMatch(/600\nkept\.head\nnode\.backup\nrestored\n$/)
  expect(readdirSync(own)).toEqual([])
}, 120_000)

it('A backup replaces an earlier one, and nothing else', () => {
  const file = join(folder, 'daily.backup')
  expect(command('backup', file).status).toBe(0)
  expect(command('backup', file).status).toBe(0)
  const note = join(folder, 'note.txt')
  writeFileSync(note, 'to be kept')
  const refused = command('backup', note)
  expect(refused.status).toBe(2)
  expect(refused.stderr.toString()).toContain('not a backup')
  expect(readFileSync(note, 'utf8')).toBe('to be kept')
  for (const name of ['tenpoint.db', 'new.backup', 'staging/../own.backup'])
    expect(command('backup', `${inject('data')}/${name}`).status, name).toBe(2)
  const nowhere = command('backup', join(folder, 'nowhere', 'node.backup'))
  expect(nowhere.status).toBe(1)
  expect(nowhere.stderr.toString()).toMatch(/nowhere\/node\.backup cannot be opened or written: No such file/)
  expect(readdirSync(folder).filter((name) => name.startsWith('daily'))).toEqual(['daily.backup'])
}, 120_000)

it('A node with a flaw is backed up beside the good backup, and restored by who means it', () => {
  const data = join(folder, 'flawed')
  const file = join(folder, 'flawed.backup')
  expect(elsewhere('user', 'add', 'ana', ...person, '--data', data).status).toBe(0)
  expect(elsewhere('backup', file, '--data', data).status).toBe(0)
  const good = readFileSync(file)
  execFileSync('sqlite3', [join(data, 'tenpoint.db'), "update partners set name = 'Won'"])
  const backedUp = elsewhere('backup', file, '--data', data)
  expect(backedUp.status).toBe(1)
  expect(backedUp.stderr.toString()).toContain('flawed.backup.flawed')
  expect(readFileSync(file)).toEqual(good)

  const again = join(folder, 'flawed-again')
  const own = ['--key-file', join(data, 'node.key')]
  expect(elsewhere('restore', `${file}.flawed`, '--data', again, ...own).status).toBe(1)
  expect(existsSync(join(again, 'tenpoint.db'))).toBe(false)
  expect(elsewhere('restore', `${file}.flawed`, '--data', again, '--flawed', ...own).status).toBe(0)
  expect(elsewhere('verify', '--data', again, ...own).status).toBe(1)
}, 120_000)

it('A damaged node gets its own backup back, and another’s only on demand', () => {
  const data = join(folder, 'damaged')
  const file = join(folder, 'damaged.backup')
  expect(elsewhere('user', 'add', 'ana', ...person, '--data', data).status).toBe(0)
  expect(elsewhere('backup', file, '--data', data).status).toBe(0)
  writeFileSync(join(data, 'tenpoint.db'), 'garbage')
  const restored = elsewhere('restore', file, '--data', data)
  expect(restored.stderr.toString()).toBe('')
  expect(restored.status).toBe(0)
  expect(elsewhere('verify', '--data', data).status).toBe(0)

  const others = join(folder, 'others.backup')
  expect(command('backup', others).status).toBe(0)
  const refused = elsewhere('restore', others, '--data', data)
  expect(refused.status).toBe(2)
  expect(refused.stderr.toString()).toContain('--of-another-node')
  expect(elsewhere('restore', others, '--data', data, '--of-another-node', ...key()).status).toBe(0)
}, 120_000)

it('A folder without a node is a slip, and stays as it is', () => {
  const data = join(folder, 'unmounted')
  const file = join(folder, 'slip.backup')
  for (const make of [() => {}, () => mkdirSync(data)]) {
    make()
    for (const words of [
      ['verify', '--data', data],
      ['backup', file, '--data', data],
      ['copy', '--from', data, '--to', join(folder, 'copy-of-nothing')],
      ['user', 'list', '--data', data],
      ['user', 'disable', 'ana', '--data', data],
      ['batches', '--data', data],
      ['figures', '--data', data],
    ]) {
      const { status, stderr } = elsewhere(...words)
      expect(status, words.join(' ')).toBe(2)
      expect(stderr.toString()).toContain('no data of Tenpoint')
    }
  }
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(data)).toEqual([])
}, 120_000)

it('What is no backup is refused, and nothing is made', () => {
  const file = join(folder, 'foreign.backup')
  writeFileSync(file, 'something else')
  const { status, stderr } = elsewhere('restore', file, '--data', join(folder, 'nothing'))
  expect(status).toBe(2)
  expect(stderr.toString()).toContain('not a backup')
  expect(existsSync(join(folder, 'nothing', 'tenpoint.db'))).toBe(false)
})

it('A backup that is not there is no damaged one, and a key’s file that is none is named', () => {
  const data = join(folder, 'keyless')
  const missing = elsewhere('restore', join(folder, 'missing.backup'), '--data', data)
  expect(missing.status).toBe(2)
  expect(missing.stderr.toString()).toContain('There is no file here')

  expect(elsewhere('user', 'add', 'ana', ...person, '--data', data).status).toBe(0)
  const told = (name, content) => {
    const file = join(data, name)
    const good = readFileSync(file)
    writeFileSync(file, content)
    const { status, stderr } = elsewhere('verify', '--data', data)
    writeFileSync(file, good)
    expect(status).toBe(1)
    return stderr.toString()
  }
  expect(told('node.key', '00ff')).toMatch(/There is no key in .*\/node\.key\./)
  expect(told('signing.key', 'garbage')).toMatch(/There is no key in .*\/signing\.key\./)
  chmodSync(join(data, 'node.key'), 0o644)
  expect(elsewhere('verify', '--data', data).stderr.toString()).toMatch(/node\.key holds a key, and others may read/)
}, 120_000)

it('Nothing is restored under a running server', () => {
  const file = join(folder, 'again.backup')
  expect(command('backup', file).status).toBe(0)
  const { status, stderr } = command('restore', file)
  expect(status).toBe(1)
  expect(stderr.toString()).toMatch(/another tenpoint/i)
})
