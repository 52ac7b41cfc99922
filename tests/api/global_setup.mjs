// SPDX-License-Identifier: Apache-2.0
// Starts the real program on a folder of its own, with an account for each role, and stops it at
// the end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAccount, password, serve } from './program.mjs'

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
  for (const [name, partner, role = name] of accounts) addAccount(data, name, partner, role)
  // Tests ask more often than anybody; server.test.mjs has the rates.
  const { base, stop } = await serve(data, '--rate', '0')
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
