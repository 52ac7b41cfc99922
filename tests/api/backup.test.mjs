// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A command on a node of its own, in SQLite.
function elsewhere(...words) {
  const env = { ...process.env }
  delete env.TENPOINT_DATABASE
  return spawnSync(inject('program'), words, { env, timeout: 60_000 })
}

it('A node is backed up while it serves, and restored elsewhere', () => {
  const file = join(folder, 'node.backup')
  const made = command('backup', file)
  expect(made.stderr.toString()).toBe('')
  expect(made.status).toBe(0)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const data = join(folder, 'restored')
  const restored = elsewhere('restore', file, '--data', data)
  expect(restored.stderr.toString()).toBe('')
  expect(restored.status).toBe(0)
  expect(elsewhere('user', 'list', '--data', data).stdout.toString()).toContain('coordinator')
  expect(elsewhere('verify', '--data', data).status).toBe(0)

  const copied = join(folder, 'copied')
  expect(elsewhere('copy', '--from', data, '--to', copied).status).toBe(0)
  expect(elsewhere('verify', '--data', copied).status).toBe(0)
  expect(elsewhere('copy', '--from', data, '--to', copied).status).toBe(2)
}, 120_000)

it('What is no backup is refused, and nothing is made', () => {
  const file = join(folder, 'foreign.backup')
  writeFileSync(file, 'something else')
  const { status, stderr } = elsewhere('restore', file, '--data', join(folder, 'nothing'))
  expect(status).toBe(2)
  expect(stderr.toString()).toContain('not a backup')
  expect(existsSync(join(folder, 'nothing', 'tenpoint.db'))).toBe(false)
})

it('Nothing is restored under a running server', () => {
  const file = join(folder, 'again.backup')
  expect(command('backup', file).status).toBe(0)
  const { status, stderr } = command('restore', file)
  expect(status).toBe(1)
  expect(stderr.toString()).toMatch(/another tenpoint/i)
})
