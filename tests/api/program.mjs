// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

// TENPOINT names another program than that of the release build.
export const program =
  process.env.TENPOINT ?? fileURLToPath(new URL('../../build/release/tenpoint', import.meta.url))

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

// Serves a folder; `stop` ends the program and gives its exit code, `kill` lets it end nothing.
export async function serve(data, { env = process.env } = {}) {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const served = spawn(program, ['serve', '--data', data, '--port', String(port)], {
    env,
    stdio: ['ignore', 'ignore', process.env.TENPOINT_LOG ? 'inherit' : 'ignore'],
  })
  await untilReady(base, served)
  const end = async (signal) => {
    const ended = new Promise((resolve) => served.on('exit', resolve))
    served.kill(signal)
    return ended
  }
  return { base, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
