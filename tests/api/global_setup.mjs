// SPDX-License-Identifier: Apache-2.0
// Starts the real program on a folder of its own, with an account for each role, and stops it at
// the end. TENPOINT names another program than that of the release build.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program, serve } from './program.mjs'

export const password = 'long enough for a test'
export const accounts = [
  ['administrator', 'Secretariat'],
  ['coordinator', 'Secretariat'],
  ['information_officer', 'Northern Office'],
  ['contributor', 'Northern Office'],
  ['reader', 'Northern Office'],
  ['other_officer', 'Southern Office', 'information_officer'],
]

export default async function setup({ provide }) {
  const data = mkdtempSync(join(tmpdir(), 'tenpoint-api-'))
  for (const [name, partner, role = name] of accounts)
    execFileSync(
      program,
      ['user', 'add', name, '--data', data, '--partner', partner, '--role', role, '--password-stdin'],
      { input: `${password}\n` },
    )
  const { base, stop } = await serve(data)
  provide('base', base)
  provide('program', program)
  provide('data', data)
  provide('password', password)
  return async () => {
    const code = await stop()
    rmSync(data, { recursive: true, force: true })
    if (code !== 0) throw new Error(`the program ended with ${code} on SIGTERM`)
  }
}
