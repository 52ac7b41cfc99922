// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { request } from '@playwright/test'
import { clientSecret, FakeProvider, optionsFor } from '../api/fake_provider.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = process.env.TENPOINT_PROGRAM ?? join(root, 'build/release/tenpoint')

// Starts the program over a fresh example workspace and signs the coordinator in. What the
// scenarios need of it stands in the environment: TENPOINT_ADDRESS and TENPOINT_STATE.
export default async function startProgram(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tenpoint-scenarios-'))
  const data = join(folder, 'data')
  execFileSync(program, ['example', '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] })
  addAdministrator(data)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const provider = await FakeProvider.start('localhost')
  const secretFile = join(folder, 'openid_secret')
  writeFileSync(secretFile, clientSecret)
  const options = ['--port', String(port), '--rate', '0']
  options.push(...optionsFor(provider.issuer, address, secretFile))
  const server = spawn(program, ['serve', '--data', data, ...options], {
    stdio: ['ignore', 'ignore', process.env.TENPOINT_LOG ? 'inherit' : 'ignore'],
  })
  await untilReady(`${address}/api/health`)
  process.env.TENPOINT_ADDRESS = address
  process.env.TENPOINT_STATE = await signIn(address, join(folder, 'coordinator.json'))
  return async () => {
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    await ended
    await provider.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => found(port))
    })
  })
}

async function untilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`no answer at ${address}`)
}

// The example's sign-in is read where it is written down.
function exampleUser(name: string): { name: string; password: string } {
  const workspace = JSON.parse(
    readFileSync(join(root, 'examples/americas-corridor/workspace.json'), 'utf8'),
  )
  const user = workspace.users.find((each: { name: string }) => each.name === name)
  return { name, password: user.password }
}

// The example has none: its passwords stand in the open.
function addAdministrator(data: string): void {
  const { password } = exampleUser('coordinator')
  const words = ['--partner', 'Secretariat', '--role', 'administrator', '--password-stdin']
  execFileSync(program, ['user', 'add', 'administrator', '--data', data, ...words], {
    input: `${password}\n`,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
}

async function signIn(address: string, file: string): Promise<string> {
  const user = exampleUser('coordinator')
  process.env.TENPOINT_USER = user.name
  process.env.TENPOINT_PASSWORD = user.password
  const api = await request.newContext({ baseURL: address })
  const answer = await api.post('/api/session', { data: user })
  if (!answer.ok()) throw new Error(`could not sign in: ${answer.status()}`)
  await api.storageState({ path: file })
  await api.dispose()
  return file
}
