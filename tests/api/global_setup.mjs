// SPDX-License-Identifier: Apache-2.0
// Starts the real program on a folder of its own, with an account for each role, and stops it at
// the end. TENPOINT names another program than that of the release build.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program =
  process.env.TENPOINT ?? fileURLToPath(new URL('../../build/release/tenpoint', import.meta.url))

export const password = 'long enough for a test'
export const accounts = [
  ['administrator', 'Secretariat'],
  ['coordinator', 'Secretariat'],
  ['information_officer', 'Northern Office'],
  ['contributor', 'Northern Office'],
  ['reader', 'Northern Office'],
  ['other_officer', 'Southern Office', 'information_officer'],
]

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function untilReady(base, served) {
  for (let tries = 0; tries < 200; ++tries) {
    if (served.exitCode !== null) throw new Error(`the program ended with ${served.exitCode}`)
    const answer = await fetch(`${base}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the program did not get ready')
}

export default async function setup({ provide }) {
  const data = mkdtempSync(join(tmpdir(), 'tenpoint-api-'))
  for (const [name, partner, role = name] of accounts)
    execFileSync(
      program,
      ['user', 'add', name, '--data', data, '--partner', partner, '--role', role, '--password-stdin'],
      { input: `${password}\n` },
    )
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const served = spawn(program, ['serve', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'ignore', process.env.TENPOINT_LOG ? 'inherit' : 'ignore'],
  })
  await untilReady(base, served)
  provide('base', base)
  provide('program', program)
  provide('data', data)
  provide('password', password)
  return async () => {
    const ended = new Promise((resolve) => served.on('exit', resolve))
    served.kill('SIGTERM')
    const code = await ended
    rmSync(data, { recursive: true, force: true })
    if (code !== 0) throw new Error(`the program ended with ${code} on SIGTERM`)
  }
}
