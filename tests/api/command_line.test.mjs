// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const program =
  process.env.TENPOINT ?? fileURLToPath(new URL('../../build/release/tenpoint', import.meta.url))

let folder
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenpoint-command-'))
  writeFileSync(join(folder, 'good.csv'), 't,n\n2024-01,100\n2024-02,50\n')
  writeFileSync(join(folder, 'corrected.csv'), 't,n\n2024-01,90\n2024-02,50\n')
  writeFileSync(join(folder, 'bad.pdf'), '%PDF-1.7 no table')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tenpoint(...words) {
  return tenpointReading('', ...words)
}

function tenpointReading(input, ...words) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    input,
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '' },
  })
  return { status, stdout, stderr }
}

function importing(...words) {
  const whose = ['--data', 'data', '--source', 'Police', '--indicator', 'crossing', '--place', 'PAN']
  return tenpoint('import', ...words, ...whose, '--map', 't=period,n=count')
}

it('A file that is refused keeps the others from nothing, and the report says why', () => {
  const both = importing('good.csv', 'bad.pdf', '--json')
  expect(both.status).toBe(0)
  const report = JSON.parse(both.stdout)
  expect(report).toMatchObject({ rows: 2, used: 2, totals: { crossing: 150 } })
  const [good, bad] = report.files
  expect(good).toMatchObject({ file: 'good.csv', status: 'accepted', problem: null })
  expect(bad).toMatchObject({ file: 'bad.pdf', status: 'refused', batch: null, rows: 0 })
  expect(bad.problem.code).toBe('unreadable_file')
  expect(both.stderr).toContain('bad.pdf: This file cannot be read.')

  const alone = importing('bad.pdf')
  expect(alone.status).toBe(1)
  expect(alone.stderr).toContain('bad.pdf: This file cannot be read.')
})

it('An old file again does not undo its correction', () => {
  expect(importing('corrected.csv').status).toBe(0)
  const again = importing('good.csv')
  expect(again.status).toBe(0)
  expect(again.stdout).toContain('Another file has taken its place')
  expect(tenpoint('figures', '--data', 'data', '--format', 'csv').stdout).toContain(',140')
})

it('The same file as another source’s is read, and told', () => {
  const whats = ['--indicator', 'crossing', '--place', 'PAN', '--json']
  const read = (source) => tenpoint('import', 'good.csv', '--data', 'twins', '--source', source, ...whats)
  expect(JSON.parse(read('Police').stdout).same_bytes).toEqual([])
  const twin = JSON.parse(read('A shelter').stdout)
  expect(twin).toMatchObject({ same_file: false, findings: { warning: 1 } })
  expect(twin.same_bytes).toMatchObject([{ source: 'Police', file: 'good.csv' }])
})

it('Of an activity sheet it speaks of reports', () => {
  const sheet = fileURLToPath(new URL('../files/activities/chad_5w_2025.csv', import.meta.url))
  const read = tenpoint('import', sheet, '--data', 'data', '--source', 'Chad response', '--propose')
  expect(read.status, read.stderr).toBe(0)
  expect(read.stdout).toMatch(/ {2}reports +\d/)
  const [, batch] = read.stdout.match(/its reports are there once it is accepted \(tenpoint accept (\S+)\)/) ?? []
  expect(tenpoint('accept', batch, '--data', 'data').stdout).toContain('its reports are there now')
  expect(tenpoint('withdraw', batch, '--data', 'data').stdout).toContain('its reports are gone')
})

it.each([
  ['a date', ['figures', '--data', 'data', '--from', 'yesterday']],
  ['a stretch of days', ['figures', '--data', 'data', '--from', '2025-01-01', '--to', '2024-01-01']],
  ['a grouping', ['figures', '--data', 'data', '--by', 'weather']],
  ['a batch', ['accept', 'the-last-one', '--data', 'data']],
  ['what a file supersedes', ['import', 'good.csv', '--data', 'data', '--source', 'Police', '--supersedes', 'x']],
  ['a mapping', ['import', 'good.csv', '--data', 'data', '--source', 'Police', '--map', 't=when']],
  ['a mapping file', ['import', 'good.csv', '--data', 'data', '--source', 'Police', '--map-file', 'good.csv']],
  [
    'the dates of a sheet',
    ['sheet', '--data', 'data', '--place', 'PAN', '--from', '0024-01-01', '--to', '2024-12-31', '-o', '-'],
  ],
])('What is no %s is wrong usage', (_, words) => {
  const answer = tenpoint(...words)
  expect(answer.stderr).not.toBe('')
  expect(answer.status).toBe(2)
})

it('Figures go by the names of places and countries, and a word that is none is no silent nothing', () => {
  const of = (...words) => tenpoint('figures', '--data', 'data', '--format', 'csv', ...words)
  expect(of('--place', 'Panamá').stdout).toBe(of('--place', 'PAN').stdout)
  expect(of('--place', 'Panamá').stdout).toContain('140')
  expect(of('--place', 'Atlantis')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('No place is known as “Atlantis”.'),
  })
  expect(of('--origin', 've').status).toBe(0)
  expect(of('--origin', 'Atlantis').status).toBe(2)
  expect(of('--from', '2025-01-01', '--to', '2024-01-01').stderr).toContain('to: This ends before it begins.')
  expect(of('--from', '2024-01-01', '--to', '2024-01-01').status).toBe(0)
  expect(of('--by', 'week').stderr).toContain('period:week')
  expect(of('--indicator', 'crossings').stderr).toContain('crossing, arrival')
})

it('A sheet goes by the name of its place or corridor, in any language', () => {
  expect(tenpoint('example', '--data', 'example').status).toBe(0)
  const of = (...subject) =>
    tenpoint('sheet', '--data', 'example', ...subject, '--from', '2024-01-01', '--to', '2024-12-31', '--format', 'hxl', '-o', '-')
  const byCode = of('--corridor', 'AMERICAS')
  expect(byCode.stdout).toContain('PAN-DARIEN')
  expect(of('--corridor', 'du darien aux états-unis').stdout).toBe(byCode.stdout)
  expect(of('--corridor', 'Atlantis')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('No corridor is known as “Atlantis”.'),
  })
})

it('A partner goes by whatever it is called, and a new one is told', () => {
  const add = (name, partner, { data = 'accounts', password = 'long enough for a test' } = {}) =>
    tenpointReading(`${password}\n`, 'user', 'add', name, '--partner', partner, '--role', 'reader', '--password-stdin', '--data', data)
  expect(add('ana', 'Côte Office')).toMatchObject({ status: 0, stderr: 'A new partner was made: Côte Office.\n' })
  expect(add('rosa', ' cote  OFFICE ')).toMatchObject({
    status: 0,
    stdout: 'rosa can sign in now, as reader for Côte Office.\n',
    stderr: '',
  })
  expect(add('musa', 'موريتانيا', { data: 'example' })).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('for Mauritania.'),
    stderr: '',
  })

  // What is refused leaves no partner behind.
  const slip = ['--partner', 'Ghost Office', '--place', 'Hondurass']
  expect(tenpoint('import', 'good.csv', '--data', 'accounts', '--source', 'Police', ...slip)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Did you mean'),
  })
  expect(add('musa', 'Ghost Office', { password: 'short' }).status).toBe(2)
  expect(add('ana', 'Ghost Office').status).toBe(1)
  expect(add('musa', 'Ghost Office').stderr).toBe('A new partner was made: Ghost Office.\n')
})

it('What is not there is refused, and no wrong usage', () => {
  const unknown = '01234567-89ab-7def-8123-456789abcdef'
  expect(tenpoint('accept', unknown, '--data', 'data').status).toBe(1)
})

it('A program without its examples says that they are missing', () => {
  copyFileSync(program, join(folder, 'tenpoint'))
  const alone = spawnSync('./tenpoint', ['example', '--data', 'alone'], { cwd: folder, encoding: 'utf8' })
  expect(alone.status).not.toBe(0)
  expect(alone.stderr).toMatch(/workspace\.json” is not there/)
  expect(existsSync(join(folder, 'alone'))).toBe(false)
})
