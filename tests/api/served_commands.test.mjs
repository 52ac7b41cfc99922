// SPDX-License-Identifier: Apache-2.0
//
// Commands on a folder that a server has open: they go through a socket in it.
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { program, serve } from './program.mjs'

let folder
let server

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenpoint-command-'))
})
afterEach(async () => {
  await server?.stop()
  server = undefined
  rmSync(folder, { recursive: true, force: true })
})

function run(words, input = '') {
  return new Promise((resolve) => {
    const child = execFile(program, words, { env: { ...process.env, LC_ALL: 'C' } }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    )
    child.stdin.end(input)
  })
}
const silentClient = (data) =>
  new Promise((resolve) => {
    const socket = connect(join(data, 'tenpoint.sock'), () => resolve(socket)).on('error', () => {})
  })

describe('A client that connects and says nothing', () => {
  it('does not keep other commands waiting', async () => {
    server = await serve(folder)
    const silent = [await silentClient(folder), await silentClient(folder), await silentClient(folder)]
    const start = Date.now()
    const { code } = await run(['user', 'list', '--data', folder])
    for (const client of silent) client.destroy()
    expect(code).toBe(0)
    expect(Date.now() - start).toBeLessThan(4500)
  }, 30_000)

  it('does not keep the server from ending', async () => {
    const { stop } = await serve(folder)
    const silent = await silentClient(folder)
    const start = Date.now()
    expect(await stop()).toBe(0)
    expect(Date.now() - start).toBeLessThan(4000)
    silent.destroy()
  }, 30_000)
})

describe('A server that somebody has taken over', () => {
  // Answers each command with these questions, one after the other; gives what the client said.
  const taken = (questions) =>
    new Promise((resolve) => {
      const heard = []
      const impostor = createServer((socket) => {
        const left = [...questions]
        socket.setEncoding('utf8').on('error', () => {})
        socket.on('data', (text) => {
          heard.push(...text.trim().split('\n').map((line) => JSON.parse(line)))
          socket.write(`${JSON.stringify(left.shift() ?? { exit: 0 })}\n`)
        })
      })
      impostor.listen(join(folder, 'tenpoint.sock'), () => resolve({ heard, impostor }))
    })
  const failures = (heard) => heard.slice(1).map((answer) => answer.failure ?? 'opened')

  it('gets none of the files that were not typed, nor those in another way', async () => {
    const other = join(folder, 'other')
    const typed = join(folder, 'typed')
    for (const file of [other, typed]) writeFileSync(file, 'mine')
    const { heard, impostor } = await taken([
      { open: other, use: 'reading' },
      { open: other, use: 'writing' },
      { open: `${folder}/x/../other`, use: 'replacing' },
      { put_at: other },
      { open: typed, use: 'writing' },
      { open: typed, use: 'reading' },
    ])
    const holder = spawn('flock', [join(folder, 'lock'), 'cat'])
    await expect.poll(() => existsSync(join(folder, 'lock'))).toBe(true)
    await run(['import', typed, '--data', folder, '--source', 'A source'])
    impostor.close()
    holder.kill()
    const refused = expect.stringContaining('not a file of this command')
    expect(failures(heard)).toEqual([refused, refused, refused, refused, refused, 'opened'])
    for (const file of [other, typed]) expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})

it('A folder whose path is too long for a socket is served all the same', async () => {
  const data = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(data, { recursive: true })
  server = await serve(data)
  expect(existsSync(join(data, 'tenpoint.sock'))).toBe(false)
  expect((await fetch(`${server.base}/api/health`)).status).toBe(200)
}, 30_000)

describe('An account', () => {
  const signIn = async (password) => {
    const body = JSON.stringify({ name: 'ana', password })
    const headers = { 'Content-Type': 'application/json' }
    return (await fetch(`${server.base}/api/session`, { method: 'POST', body, headers })).status
  }

  it('is added, given a new password, disabled and enabled by commands', async () => {
    server = await serve(folder)
    const data = ['--data', folder]
    const add = ['user', 'add', 'ana', ...data, '--partner', 'A partner', '--role', 'reader', '--password-stdin']
    expect((await run(add, 'the first password\n')).code).toBe(0)
    expect(await signIn('the first password')).toBe(200)

    expect((await run(['user', 'password', 'ana', ...data, '--password-stdin'], 'short\n')).code).toBe(2)
    expect((await run(['user', 'password', 'ana', ...data, '--password-stdin'], 'the second password\n')).code).toBe(0)
    expect(await signIn('the first password')).toBe(401)
    expect(await signIn('the second password')).toBe(200)

    expect((await run(['user', 'disable', 'ana', ...data])).code).toBe(0)
    expect(await signIn('the second password')).toBe(401)
    expect((await run(['user', 'list', ...data])).out).toMatch(/ana.*disabled/)
    expect((await run(['user', 'enable', 'ana', ...data])).code).toBe(0)
    expect(await signIn('the second password')).toBe(200)

    expect((await run(['user', 'disable', 'nobody', ...data])).code).toBe(2)
  }, 60_000)
})
