// SPDX-License-Identifier: Apache-2.0
// What coordinators ask for at the command line: the agreements that expire, and the hand-over pack.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { Client } from './client.mjs'
import { command } from './command_line.mjs'

let code

beforeAll(async () => {
  const client = await Client.as('coordinator')
  code = `pact-${Date.now()}`
  const pact = { code, title: { en: 'Pact' }, level: 'national', form: 'task_force', status: 'active' }
  const made = await client.post('/api/arrangements', pact)
  expect(made.status, made.text).toBe(201)
  const agreement = { arrangement: made.json.id, title: { en: 'Memorandum that ends' }, expires: '2031-03-31', notice_days: 90 }
  expect((await client.post('/api/agreements', agreement)).status).toBe(201)
})

const expiring = (day) => command('expiring', '--on', day, '--format', 'csv').stdout.toString()

it('lists an agreement from the day of its notice on', () => {
  expect(expiring('2030-12-30')).not.toContain('Memorandum that ends')
  expect(expiring('2030-12-31')).toContain('2031-03-31,2030-12-31,Pact,Memorandum that ends')
  expect(command('expiring', '--on', 'tomorrow').status).not.toBe(0)
})

it('writes the hand-over pack of an arrangement, by its code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenpoint-pack-'))
  try {
    const file = join(folder, 'pack.html')
    const { status, stderr } = command('handover', code, '--format', 'html', '--lang', 'fr', '-o', file)
    expect(status, stderr.toString()).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('Memorandum that ends')
    expect(command('handover', 'no-such-code', '-o', file).status).not.toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
