// SPDX-License-Identifier: Apache-2.0
// Starts the real program on a folder of its own, with an account for each role, and stops it at
// the end. TENPOINT names another program than that of the release build. With
// TENPOINT_TEST_ON=postgresql its data are in a schema of their own on the PostgreSQL server that
// TENPOINT_TEST_POSTGRESQL names (tools/postgresql.sh starts one).
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

// The address of a database for the program; null: the one in its folder.
function freshDatabase() {
  if (process.env.TENPOINT_TEST_ON !== 'postgresql') return null
  const server = process.env.TENPOINT_TEST_POSTGRESQL
  const schema = `api_${process.pid}`
  execFileSync('psql', ['-q', server, '-c', `create schema ${schema}`])
  return {
    uri: `${server}${server.includes('?') ? '&' : '?'}options=-csearch_path%3D${schema}`,
    drop: () => execFileSync('psql', ['-q', server, '-c', `set client_min_messages = error; drop schema ${schema} cascade`]),
  }
}

export default async function setup({ provide }) {
  const data = mkdtempSync(join(tmpdir(), 'tenpoint-api-'))
  const database = freshDatabase()
  const env = { ...process.env, ...(database && { TENPOINT_DATABASE: database.uri }) }
  for (const [name, partner, role = name] of accounts)
    execFileSync(
      program,
      ['user', 'add', name, '--data', data, '--partner', partner, '--role', role, '--password-stdin'],
      { input: `${password}\n`, env },
    )
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const served = spawn(program, ['serve', '--data', data, '--port', String(port)], {
    env,
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
    database?.drop()
    if (code !== 0) throw new Error(`the program ended with ${code} on SIGTERM`)
  }
}
