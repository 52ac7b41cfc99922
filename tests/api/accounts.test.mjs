// SPDX-License-Identifier: Apache-2.0
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { Client, everybody } from './client.mjs'
import { codeOf } from './totp.mjs'

let clients
let partner
let number = 0
const password = () => inject('password')

beforeAll(async () => {
  clients = await everybody()
  partner = (await clients.administrator.get('/api/partners?name=Northern Office')).json.items[0].id
})

// An account of its own for each test, signed in.
async function person(role = 'information_officer') {
  const name = `person ${++number}`
  const body = { name, partner, role, password: password() }
  const { json } = await clients.administrator.post('/api/users', body)
  return { id: json.id, name, client: await Client.as(name) }
}
const signIn = (name, secret = password(), code) => new Client().post('/api/session', { name, password: secret, code })
const bearer = (token) => ({ Authorization: `Bearer ${token}` })

describe('Sessions', () => {
  it('are listed to their owner, and all end at once', async () => {
    const { name, client } = await person()
    const other = await Client.as(name)
    const { sessions } = (await client.get('/api/account')).json
    expect(sessions.map(({ is_present }) => is_present).sort()).toEqual([false, true])
    expect((await client.post('/api/account/sign_out')).status).toBe(204)
    for (const each of [client, other]) expect((await each.get('/api/session')).status).toBe(401)
  })

  it('of an account end by an administrator, with its tokens', async () => {
    const { id, client } = await person()
    const { token } = (await client.post('/api/account/tokens', { name: 'x', scope: 'read', days: 1 })).json
    expect((await clients.coordinator.post(`/api/users/${id}/sign_out`)).status).toBe(404)
    expect((await client.get('/api/session')).status).toBe(200)
    expect((await clients.administrator.post(`/api/users/${id}/sign_out`)).status).toBe(204)
    expect((await client.get('/api/session')).status).toBe(401)
    expect((await clients.anonymous.get('/api/session', bearer(token))).status).toBe(401)
  })

  it('end with a changed password, but for the one in which it was changed', async () => {
    const { name, client } = await person()
    const other = await Client.as(name)
    const change = (current, next) => client.post('/api/account/password', { current, password: next })
    expect((await change('not the password', 'another long one')).json.code).toBe('wrong_credentials')
    expect((await change(password(), 'short')).json.fields).toMatchObject([{ pointer: '/password', code: 'too_short' }])
    expect((await change(password(), 'another long one')).status).toBe(204)
    expect((await client.get('/api/session')).status).toBe(200)
    expect((await other.get('/api/session')).status).toBe(401)
    expect((await signIn(name)).status).toBe(401)
    expect((await signIn(name, 'another long one')).status).toBe(200)
  })

  it('end with a password that an administrator sets, and with disabling', async () => {
    const { id, name, client } = await person()
    await clients.administrator.patch(`/api/users/${id}`, 1, { password: 'another long one' })
    expect((await client.get('/api/session')).status).toBe(401)
    const next = (await signIn(name, 'another long one')).headers.get('set-cookie').split(';')[0]
    await clients.administrator.patch(`/api/users/${id}`, 2, { disabled: true })
    await clients.administrator.patch(`/api/users/${id}`, 3, { disabled: false })
    expect((await clients.anonymous.get('/api/session', { Cookie: next })).status).toBe(401)
  })
})

describe('A name', () => {
  it('is refused where one would take it for that of another account', async () => {
    const { id, name } = await person()
    const add = async (other) => {
      const body = { name: other, partner, role: 'reader', password: password() }
      return (await clients.administrator.post('/api/users', body)).json
    }
    for (const other of [name.toUpperCase(), name.replace('o', '\u043e')])
      expect(await add(other)).toMatchObject({
        code: 'already_exists',
        fields: [{ pointer: '/name', code: 'looks_like_another' }],
      })
    expect((await add(name.replace('s', 's\u200b'))).fields).toMatchObject([{ pointer: '/name', code: 'unseen_character' }])
    expect((await clients.administrator.patch(`/api/users/${id}`, 1, { name: name.toUpperCase() })).status).toBe(200)
  })
})

describe('Guessing', () => {
  it('is slowed more and more, and the right password still gets in', async () => {
    const { name } = await person()
    const timed = async (secret) => {
      const start = Date.now()
      const { status } = await signIn(name, secret)
      return [status, Date.now() - start]
    }
    for (let i = 0; i < 5; ++i) expect((await timed('a guess'))[0]).toBe(401)
    const [sixth, wait] = await timed('a guess')
    expect(sixth).toBe(401)
    expect(wait).toBeGreaterThanOrEqual(1000)
    const [right, longer] = await timed(password())
    expect(right).toBe(200)
    expect(longer).toBeGreaterThanOrEqual(2000)
  }, 30_000)

  it('of many names from one address behind the proxy slows that address, and no other', async () => {
    const timed = async (address) => {
      const start = Date.now()
      const guess = { name: `nobody ${++number}`, password: 'a guess' }
      const { status } = await new Client().post('/api/session', guess, { 'X-Forwarded-For': address })
      expect(status).toBe(401)
      return Date.now() - start
    }
    for (let i = 0; i < 20; ++i) await timed('192.0.2.1')
    expect(await timed('192.0.2.1')).toBeGreaterThanOrEqual(1000)
    expect(await timed('192.0.2.2')).toBeLessThan(1000)
  }, 30_000)
})

describe('A token', () => {
  const scopes = ['read', 'import', 'write']
  const issue = async (client, scope) =>
    (await client.post('/api/account/tokens', { name: `a ${scope} script`, scope, days: 30 })).json

  it('is shown once, and what is kept of it is listed', async () => {
    const { client } = await person()
    const made = await issue(client, 'read')
    expect(made.token).toMatch(/^tenpoint_[0-9a-f]{64}$/)
    const account = await client.get('/api/account')
    expect(account.json.tokens).toMatchObject([{ id: made.id, name: 'a read script', scope: 'read', used_at: null }])
    expect(account.text).not.toContain(made.token)
  })

  it('allows what its scope says, without cookie or CSRF token', async () => {
    const { client } = await person()
    const program = new Client()
    const allowed = {}
    for (const scope of scopes) {
      const { token } = await issue(client, scope)
      const body = JSON.stringify({ name: `Source by ${scope} ${++number}` })
      const headers = { ...bearer(token), 'Content-Type': 'application/json' }
      const upload = { ...bearer(token), 'Content-Type': 'application/octet-stream' }
      allowed[scope] = [
        (await program.get('/api/partners', bearer(token))).status,
        (await program.send('POST', '/api/files?name=a.csv', { body: 'Month,People\n2024-01,3\n', headers: upload })).status,
        (await program.send('POST', '/api/sources', { body, headers })).status,
        (await program.get('/api/account', bearer(token))).status,
        (await program.send('POST', '/api/users', { body, headers })).status,
      ]
    }
    expect(allowed).toEqual({
      read: [200, 403, 403, 403, 403],
      import: [200, 201, 403, 403, 403],
      write: [200, 201, 201, 403, 403],
    })
  })

  it('of an administrator opens no account', async () => {
    const { id, client } = await person('administrator')
    expect((await client.get('/api/users')).status).toBe(200)
    for (const scope of ['read', 'write']) {
      const { token } = await issue(client, scope)
      for (const path of ['/api/users', `/api/users/${id}`, `/api/users/${id}/history`, '/api/account'])
        expect((await new Client().get(path, bearer(token))).status, `${scope} ${path}`).toBe(403)
      const made = await new Client().post('/api/users', { name: 'by token', role: 'reader', password: password() }, bearer(token))
      expect(made.status).toBe(403)
    }
  })

  it('is taken back by its owner alone', async () => {
    const [{ client }, stranger] = [await person(), await person()]
    const { id, token } = await issue(client, 'read')
    expect((await stranger.client.remove(`/api/account/tokens/${id}`)).status).toBe(404)
    expect((await client.remove(`/api/account/tokens/${id}`)).status).toBe(204)
    expect((await new Client().get('/api/partners', bearer(token))).status).toBe(401)
  })

  it.each([
    ['no name', { name: '', scope: 'read', days: 1 }, '/name required'],
    ['an unknown scope', { name: 'x', scope: 'all', days: 1 }, '/scope not_a_choice'],
    ['no end', { name: 'x', scope: 'read', days: 0 }, '/days too_small'],
    ['too late an end', { name: 'x', scope: 'read', days: 367 }, '/days too_large'],
    ['a fraction of a day', { name: 'x', scope: 'read', days: 1.5 }, '/days not_whole_number'],
  ])('is not made with %s', async (_, wanted, problem) => {
    const { client } = await person()
    const { status, json } = await client.post('/api/account/tokens', wanted)
    expect(status).toBe(422)
    expect(json.fields.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([problem])
  })

  it('is not believed where it is none, even beside a good cookie', async () => {
    const answer = await clients.reader.get('/api/partners', bearer('tenpoint_0'))
    expect([answer.status, answer.json.code]).toEqual([401, 'unauthorized'])
  })
})

describe('A second factor', () => {
  const begin = (client) => client.post('/api/account/second_factor', { password: password() })
  const confirm = (client, code) => client.post('/api/account/second_factor/confirm', { code })

  it('is asked for once it is on, and a recovery code stands in for it once', async () => {
    const { name, client } = await person()
    const { secret, address } = (await begin(client)).json
    expect(address).toContain(secret)
    expect((await confirm(client, 'x')).json.code).toBe('wrong_second_factor')
    const confirmed = await confirm(client, codeOf(secret))
    expect(confirmed.json.recovery_codes.length).toBe(10)
    expect((await client.get('/api/account')).json).toMatchObject({ second_factor: true, recovery_codes: 10 })

    const without = await signIn(name)
    expect([without.status, without.json.code, without.headers.get('set-cookie')]).toEqual([401, 'second_factor_required', null])
    expect((await signIn(name, 'wrong', codeOf(secret, 1))).json.code).toBe('wrong_credentials')
    expect((await signIn(name, password(), codeOf(secret, 1))).status).toBe(200)
    expect((await signIn(name, password(), codeOf(secret, 1))).json.code).toBe('wrong_second_factor')
    const [recovery] = confirmed.json.recovery_codes
    expect((await signIn(name, password(), recovery)).status).toBe(200)
    expect((await signIn(name, password(), recovery)).json.code).toBe('wrong_second_factor')
    expect((await client.get('/api/account')).json.recovery_codes).toBe(9)
  })

  it('is begun and removed with the password alone; an administrator removes a lost one', async () => {
    const { id, name, client } = await person()
    expect((await client.post('/api/account/second_factor', { password: 'wrong' })).json.code).toBe('wrong_credentials')
    const enrol = async () => confirm(client, codeOf((await begin(client)).json.secret))
    expect((await enrol()).status).toBe(200)
    expect((await begin(client)).json.code).toBe('already_exists')
    expect((await client.post('/api/account/second_factor/remove', { password: 'wrong' })).status).toBe(401)
    expect((await client.post('/api/account/second_factor/remove', { password: password() })).status).toBe(204)
    expect((await signIn(name)).status).toBe(200)

    expect((await enrol()).status).toBe(200)
    expect((await clients.coordinator.post(`/api/users/${id}/remove_second_factor`)).status).toBe(404)
    expect((await clients.administrator.post(`/api/users/${id}/remove_second_factor`)).status).toBe(204)
    expect((await signIn(name)).status).toBe(200)
  })

  it('never leaves the server again', async () => {
    const { id, client } = await person()
    const { secret } = (await begin(client)).json
    await confirm(client, codeOf(secret))
    for (const path of [`/api/users/${id}`, `/api/users/${id}/history`, '/api/users?limit=500'])
      expect((await clients.administrator.get(path)).text).not.toMatch(new RegExp(`${secret}|secret`))
    expect((await client.get('/api/account')).text).not.toMatch(new RegExp(`${secret}|secret`))
  })
})
