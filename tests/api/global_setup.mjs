// SPDX-License-Identifier: Apache-2.0
// Starts the real program on a folder of its own, with an account for each role, and stops it at
// the end. With TENPOINT_TEST_ON=postgresql its data are in a schema of their own on the PostgreSQL
// server that TENPOINT_TEST_POSTGRESQL names (tools/postgresql.sh starts one).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase } from './database.mjs'
import { clientSecret, FakeProvider, optionsFor } from './fake_provider.mjs'
import { addAccount, password, program, serve } from './program.mjs'

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
  const database = freshDatabase(`api_${process.pid}`)
  const env = { ...process.env, ...(database && { TENPOINT_DATABASE: database.uri }) }
  for (const [name, partner, role = name] of accounts) addAccount(data, name, partner, role, env)
  // Tests ask more often than anybody; server.test.mjs has the rates. They may say for whom.
  const usual = ['--rate', '0', '--trusted-proxy', '127.0.0.1']
  const provider = await FakeProvider.start()
  const secretFile = join(data, 'openid_secret')
  writeFileSync(secretFile, clientSecret)
  const options = (base) => [...usual, ...optionsFor(provider.issuer, base, secretFile)]
  const { base, stop } = await serve(data, { env, options })
  provide('base', base)
  provide('program', program)
  provide('data', data)
  provide('password', password)
  return async () => {
    const code = await stop()
    await provider.stop()
    rmSync(data, { recursive: true, force: true })
    database?.drop()
    if (code !== 0) throw new Error(`the program ended with ${code} on SIGTERM`)
  }
}
