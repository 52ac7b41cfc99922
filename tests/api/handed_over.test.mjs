// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, it } from 'vitest'
import { Client } from './client.mjs'
import { command, importTable } from './command_line.mjs'

beforeAll(async () => {
  const coordinator = await Client.as('coordinator')
  await coordinator.post('/api/places', { code: 'PIER', name: { en: 'The Pier' }, kind: 'border' })
  await coordinator.post('/api/sources', { name: 'harbour', title: { en: 'Harbour' } })
  importTable(
    'pier.csv',
    [['month', 'n'], ['2024-01', 40], ['2024-02', 50]],
    ...['--source', 'harbour', '--indicator', 'arrival', '--place', 'PIER'],
  )
})

it('A folder that is served is not served a second time', async () => {
  const { status, stdout, stderr } = command('serve', '--port', '0')
  expect(status).toBe(1)
  expect(stdout.toString()).toBe('')
  expect(stderr.toString()).toMatch(/another tenpoint/i)
  expect((await new Client().get('/api/health')).status).toBe(200)
})

it.each([
  ['pdf', '%PDF'],
  ['xlsx', 'PK'],
  ['html', '<!'],
])('A sheet leaves through the terminal as %s while the server runs', (format, start) => {
  const days = ['--from', '2024-01-01', '--to', '2024-12-31']
  const asked = ['--place', 'PIER', ...days, '--lang', 'ar', '--format', format, '-o', '-']
  const { status, stdout, stderr } = command('sheet', ...asked)
  expect(status, stderr.toString()).toBe(0)
  expect(stdout.subarray(0, start.length).toString().toLowerCase()).toBe(start.toLowerCase())
  if (format === 'pdf') expect(stdout.subarray(-32).toString('latin1')).toContain('%%EOF')
})
