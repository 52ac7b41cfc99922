// SPDX-License-Identifier: Apache-2.0
// The real program on a folder. TENPOINT names another than that of the release build.
import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export const program =
  process.env.TENPOINT ?? fileURLToPath(new URL('../../build/release/tenpoint', import.meta.url))

export const password = 'long enough for a test'

export function addAccount(data, name, partner, role, env = process.env) {
  const words = ['user', 'add', name, '--partner', partner, '--role', role, '--password-stdin']
  execFileSync(program, [...words, '--data', data], { input: `${password}\n`, env })
}

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
    const answer = await fetch(`${base}/api/health/live`).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the program did not get ready')
}

// `options` may be made of the address where it serves.
// Gives where it serves, its process, what it logged so far, what stops it in peace and gives its
// exit code, and what kills it. `under` is a command that becomes the program, such as prlimit, and
// `as` the program itself, where it is another than that of the tests.
export async function serve(data, { options = [], env = process.env, under = [], as = program } = {}) {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const more = typeof options === 'function' ? options(base) : options
  const words = [...under, as, 'serve', '--data', data, '--port', String(port), ...more]
  const served = spawn(words[0], words.slice(1), {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  served.stderr.on('data', (piece) => {
    log += piece
    if (process.env.TENPOINT_LOG) process.stderr.write(piece)
  })
  await untilReady(base, served)
  const end = async (signal) => {
    const ended = new Promise((resolve) => served.on('close', resolve))
    served.kill(signal)
    return ended
  }
  return { base, process: served, stop: () => end('SIGTERM'), kill: () => end('SIGKILL'), log: () => log }
}
