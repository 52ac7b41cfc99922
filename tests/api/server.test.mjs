// SPDX-License-Identifier: Apache-2.0
//
// The server as whoever runs it sees it: its options, its log, its end.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { addAccount, password, serve } from './program.mjs'

const name = 'Zahra-Amal'
let data
let running

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'tenpoint-server-'))
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(data, { recursive: true, force: true })
})

// Asks as somebody who is signed in.
async function signIn(base, user) {
  const body = JSON.stringify({ name: user, password })
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  })
  const headers = {
    Cookie: answer.headers.get('set-cookie').split(';')[0],
    'X-Tenpoint-Csrf': (await answer.json()).csrf,
  }
  return (method, path, sent, type = 'application/json') =>
    fetch(base + path, { method, body: sent, headers: { ...headers, 'Content-Type': type } })
}

it('Health is told to whoever asks', async () => {
  const base = inject('base')
  expect(await (await fetch(`${base}/api/health/live`)).json()).toEqual({ live: true })
  expect(await (await fetch(`${base}/api/health/ready`)).json()).toEqual({ ready: true })
})

it('The page that describes the API is the interface under its policy', async () => {
  const answer = await fetch(`${inject('base')}/api/docs`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/html')
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
})

it('Rates and metrics are as the options say', async () => {
  const token = join(data, 'token')
  writeFileSync(token, 'the token\n')
  running = await serve(data, { options: ['--rate', '1', '--metrics-token', token] })
  const statuses = []
  for (let i = 0; i < 12; ++i) statuses.push((await fetch(`${running.base}/api/session`)).status)
  expect(statuses).toContain(401)
  expect(statuses.at(-1)).toBe(429)
  expect((await fetch(`${running.base}/api/health`)).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 2100))
  expect((await fetch(`${running.base}/metrics`)).status).toBe(401)
  const metrics = await fetch(`${running.base}/metrics`, { headers: { Authorization: 'Bearer the token' } })
  expect(await metrics.text()).toMatch(/^tenpoint_http_requests_total\{method="GET",route="\/api\/session",status="429"\} \d+$/m)
})

it('However often strangers of the same address ask, one can sign in and work', async () => {
  addAccount(data, 'officer', 'A partner', 'administrator')
  running = await serve(data, { options: ['--rate', '1'] })
  const strangers = await Promise.all(
    Array.from({ length: 40 }, () => fetch(`${running.base}/api/session`, { headers: { Cookie: 'tenpoint_session=made-up' } })),
  )
  expect(strangers.filter((answer) => answer.status === 429).length).toBeGreaterThan(20)
  const ask = await signIn(running.base, 'officer')
  expect((await ask('GET', '/api/session')).status).toBe(200)
})

it('A hang-up ends no server', async () => {
  running = await serve(data)
  running.process.kill('SIGHUP')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await fetch(`${running.base}/api/health/live`)).status).toBe(200)
  expect(await running.stop()).toBe(0)
  running = undefined
})

it('It opens as many files as it may, and takes no more connections than those allow', async () => {
  running = await serve(data, { under: ['prlimit', '--nofile=256:2048'] })
  const limits = readFileSync(`/proc/${running.process.pid}/limits`, 'utf8')
  expect(limits).toMatch(/^Max open files +2048 +2048/m)
  expect(running.log()).not.toContain('event=fewer_connections')
  await running.stop()
  running = await serve(data, { under: ['prlimit', '--nofile=400:400'] })
  expect(running.log()).toContain('event=fewer_connections wished=1000 allowed=200 open_files=400')
})

it('A past that was rewritten is told in the log, once, and in the metrics', async () => {
  const token = join(data, 'token')
  writeFileSync(token, 'the token\n')
  addAccount(data, name, 'Partner', 'administrator')
  const file = join(data, 'journal.head')
  const metrics = async () => {
    const answer = await fetch(`${running.base}/metrics`, { headers: { Authorization: 'Bearer the token' } })
    return answer.text()
  }
  running = await serve(data, { options: ['--metrics-token', token] })
  expect(await metrics()).toMatch(/^tenpoint_journal_head_lost 0$/m)
  expect(await metrics()).toMatch(/^tenpoint_journal_unsealed 0$/m)
  await running.stop()
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file)), head: '0'.repeat(64) }))
  running = await serve(data, { options: ['--metrics-token', token] })
  await expect.poll(metrics, { timeout: 10_000 }).toMatch(/^tenpoint_journal_head_lost 1$/m)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(running.log().match(/ level=error event=journal_head_lost block=\d+$/gm)).toHaveLength(1)
})

it('Without a token there are no metrics', async () => {
  expect((await fetch(`${inject('base')}/metrics`)).status).toBe(404)
})

it('The log holds nothing of anybody', async () => {
  addAccount(data, name, `Partner of ${name}`, 'administrator')
  running = await serve(data)
  const ask = await signIn(running.base, name)
  const file = `Name,Nationality,People\n${name},Venezuela,${name}\n`
  await ask('POST', '/api/partners', JSON.stringify({ name: `${name}s`, kind: 'ngo' }))
  await ask('POST', '/api/partners', JSON.stringify({ name: `${name}s`, kind: 'ngo' }))
  await ask('GET', `/api/partners?q=${name}`)
  await ask('GET', `/api/partners/${name}`)
  await ask('GET', `/api/sheets/preview?place=${name}&from=2024-01-01&to=2024-02-01`)
  const kept = await (await ask('POST', `/api/files?name=${name}.csv`, file, 'application/octet-stream')).json()
  const source = await (await ask('POST', '/api/sources', JSON.stringify({ name: `${name} counts` }))).json()
  await ask('POST', '/api/batches', JSON.stringify({ file: kept.file, source: source.id, mapping: kept.mapping }))
  await ask('POST', '/api/batches', JSON.stringify({ file: kept.file, source: source.id, mapping: { [name]: 1 } }))
  await ask('POST', '/api/session', JSON.stringify({ name, password: name }))
  addAccount(data, `${name}-2`, `Partner of ${name}`, 'reader') // through the local socket
  const code = await running.stop()
  expect(code).toBe(0)
  expect(running.log()).toMatch(/^time=\S+Z level=info event=answered request=\S+ method=POST route=\/api\/files status=\d+ ms=\S+$/m)
  for (const part of name.split('-')) expect(running.log()).not.toContain(part)
  running = undefined
})

it('An import that is under way at the end is whole or not there', async () => {
  addAccount(data, 'administrator', 'Secretariat', 'administrator')
  running = await serve(data)
  const ask = await signIn(running.base, 'administrator')
  const rows = 50_000
  const file = `Month,Nationality,People\n${'2024-01,Venezuela,1\n'.repeat(rows)}`
  const place = await (await ask('POST', '/api/places', JSON.stringify({ code: 'GAP', name: { en: 'Gap' }, kind: 'border' }))).json()
  const kept = await (await ask('POST', '/api/files?name=a.csv', file, 'application/octet-stream')).json()
  const source = await (await ask('POST', '/api/sources', JSON.stringify({ name: 'a' }))).json()
  const mapping = { ...kept.mapping, set: { indicator: 'crossing', place: place.code } }
  const order = JSON.stringify({ file: kept.file, source: source.id, mapping })
  const begun = await ask('POST', '/api/batches', order)
  expect(begun.status).toBe(202)
  const { job } = await begun.json()
  const progress = async () => (await (await ask('GET', `/api/jobs/${job}`)).json()).progress
  await expect.poll(progress, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0)
  expect(await running.stop()).toBe(0)
  running = await serve(data)
  const again = await signIn(running.base, 'administrator')
  const { items } = await (await again('GET', '/api/batches')).json()
  expect(items.map((batch) => batch.rows)).toSatisfy((all) => all.length === 0 || all[0] === rows)
})
