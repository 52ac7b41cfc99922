// SPDX-License-Identifier: Apache-2.0
//
// Signing in through an OpenID Connect provider: the certified `oidc-provider`, and one of our own
// that says what no honest one would.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Description } from './conformance.mjs'
import { freshDatabase } from './database.mjs'
import { clientId, clientSecret, codeFor, FakeProvider, optionsFor, readBegun } from './fake_provider.mjs'
import { addAccount, password, serve } from './program.mjs'
import { codeOf } from './totp.mjs'

// A node of its own with its provider, and an administrator who makes accounts.
class World {
  number = 0

  static async start(issuerOf) {
    const world = new World()
    world.data = mkdtempSync(join(tmpdir(), 'tenpoint-openid-'))
    world.database = freshDatabase(`openid_${process.pid}_${++World.count}`)
    const env = { ...process.env, ...(world.database && { TENPOINT_DATABASE: world.database.uri }) }
    const secretFile = join(world.data, 'secret')
    writeFileSync(secretFile, `${clientSecret}\n`)
    addAccount(world.data, 'administrator', 'Secretariat', 'administrator', env)
    const issuer = await issuerOf
    const usual = ['--rate', '0', '--trusted-proxy', '127.0.0.1']
    const options = (base) => [...usual, ...(issuer ? optionsFor(issuer, base, secretFile) : [])]
    world.program = await serve(world.data, { env, options })
    world.description = new Description(await (await fetch(`${world.program.base}/api/openapi.json`)).json())
    world.administrator = world.browser()
    const { csrf, partner } = (await world.administrator.post('/api/session', { name: 'administrator', password })).json
    Object.assign(world.administrator, { csrf, partner: partner.id })
    return world
  }

  async stop() {
    const code = await this.program.stop()
    rmSync(this.data, { recursive: true, force: true })
    this.database?.drop()
    expect(code).toBe(0)
  }

  browser() {
    return new Browser(this)
  }

  // An account that the provider may open, unless said otherwise.
  async account(more = {}) {
    const name = `person ${++this.number}`
    const email = `person.${this.number}@example.org`
    const { administrator } = this
    const user = { name, email, partner: administrator.partner, role: 'reader', openid_allowed: true, ...more }
    const made = await administrator.post('/api/users', user)
    expect(made.status, made.text).toBe(201)
    return { ...user, id: made.json.id }
  }

  async change(id, changes) {
    const { version } = (await this.administrator.send('GET', `/api/users/${id}`)).json
    const headers = { 'If-Match': `"${version}"` }
    const answer = await this.administrator.send('PATCH', `/api/users/${id}`, changes, headers)
    expect(answer.status, answer.text).toBe(200)
    return answer.json
  }
}
World.count = 0

// Keeps cookies, of the node or of a provider. Each comes from an address of its own, as what does
// not hold is counted by address.
class Browser {
  static count = 0
  cookies = new Map()
  csrf = ''
  from = `2001:db8:${(++Browser.count).toString(16)}::1`

  constructor(world) {
    this.world = world
  }

  async fetch(address, { headers = {}, ...more } = {}) {
    const Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: { Cookie, ...headers }, ...more })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
      this.cookies.set(name, value)
      if (/Max-Age=0/i.test(cookie) || value === '') this.cookies.delete(name)
    }
    return answer
  }

  async send(method, path, json, more = {}) {
    const headers = { 'X-Forwarded-For': this.from, 'X-Tenpoint-Csrf': this.csrf, ...(json && { 'Content-Type': 'application/json' }), ...more }
    const response = await this.fetch(this.world.program.base + path, { method, headers, body: json && JSON.stringify(json) })
    const text = await response.text()
    const answer = { status: response.status, headers: response.headers, text, json: text ? JSON.parse(text) : undefined }
    this.world.description.check(method, path.split('?')[0], answer)
    return answer
  }
  get = (path) => this.send('GET', path)
  post = (path, json = {}, headers) => this.send('POST', path, json, headers)

  async begin(return_to) {
    const answer = await this.post('/api/session/openid', return_to === undefined ? {} : { return_to })
    expect(answer.status, answer.text).toBe(200)
    return { ...readBegun(answer), address: answer.json.address }
  }
  finish = (returned, headers) => this.post('/api/session/openid/finish', returned, headers)
  who = async () => (await this.get('/api/session')).json?.user?.name
}

const outcome = ({ status, json }) => (status === 200 ? 'let in' : `${status} ${json.code}`)

describe('Through a certified provider', () => {
  let world
  let server
  const emails = {} // by subject

  beforeAll(async () => {
    let provider
    server = createServer((request, answer) => provider.callback()(request, answer))
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    const issuer = `http://127.0.0.1:${server.address().port}`
    world = await World.start(issuer)
    provider = new Provider(issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [`${world.program.base}/sign_in/openid`] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['of the test'] },
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: () => ({ sub, email: emails[sub], email_verified: !sub.startsWith('unverified') }),
      }),
    })
  })
  afterAll(async () => {
    await world?.stop()
    server?.closeAllConnections?.()
    server?.close()
  })

  // Does at the provider what somebody does there, and gives what comes back with the browser.
  async function atProvider(browser, address, subject) {
    const go = async (to, form) => {
      const body = form && new URLSearchParams(form)
      const answer = await browser.fetch(new URL(to, address), { method: body ? 'POST' : 'GET', body })
      return answer.headers.get('location') ?? Promise.reject(new Error(`${to}: ${answer.status} ${await answer.text()}`))
    }
    let to = await go(address)
    if (!subject) to = await go(`${new URL(to, address).pathname}/abort`)
    while (!to.startsWith(world.program.base)) {
      const step = new URL(to, address)
      if (!step.pathname.startsWith('/interaction/')) to = await go(step)
      else {
        const page = await (await browser.fetch(step)).text()
        const prompt = /name="prompt" value="(\w+)"/.exec(page)[1]
        to = await go(step, { prompt, login: subject, password: 'any' })
      }
    }
    const back = new URL(to)
    expect(back.pathname).toBe('/sign_in/openid')
    return Object.fromEntries(back.searchParams)
  }

  it('whoever an administrator allows signs in, and gets the page that was asked for', async () => {
    const { name, email } = await world.account()
    emails.ana = email
    const browser = world.browser()
    expect((await browser.get('/api/session/openid')).json).toEqual({ name: 'The Provider' })
    const { address } = await browser.begin('/figures?by=place')
    const asked = new URL(address).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', scope: 'openid email', code_challenge_method: 'S256' })
    const answer = await browser.finish(await atProvider(browser, address, 'ana'))
    expect(answer.json).toEqual({ return_to: '/figures?by=place' })
    expect(answer.headers.getSetCookie().join('\n')).toMatch(/^tenpoint_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/m)
    expect(await browser.who()).toBe(name)
  })

  it('counts from then on by the subject, whatever becomes of the address', async () => {
    const { id, name, email } = await world.account()
    emails.sem = email
    const come = async (subject) => {
      const browser = world.browser()
      const answer = await browser.finish(await atProvider(browser, (await browser.begin()).address, subject))
      return answer.status === 200 ? browser.who() : answer.json.code
    }
    expect(await come('sem')).toBe(name)
    const { openid_identity } = (await world.administrator.get(`/api/users/${id}`)).json
    expect(openid_identity).toMatch(/^http:\/\/127\.0\.0\.1:\d+ sem$/)
    emails.sem = 'another@example.org'
    emails.heir = email
    expect(await come('sem')).toBe(name)
    expect(await come('heir')).toBe('openid_unknown_account')
    const { items } = (await world.administrator.get(`/api/users/${id}/history`)).json
    expect(items.map(({ verb }) => verb)).toEqual(['create', 'bind'])
  })

  it('nobody comes in whom no account waits for, or whose address is not verified', async () => {
    const { email } = await world.account()
    const closed = await world.account({ openid_allowed: false })
    Object.assign(emails, { stranger: 'stranger@example.org', unverified_one: email, closed: closed.email })
    for (const subject of ['stranger', 'unverified_one', 'closed']) {
      const browser = world.browser()
      const answer = await browser.finish(await atProvider(browser, (await browser.begin()).address, subject))
      expect(outcome(answer), subject).toBe('403 openid_unknown_account')
      expect(await browser.who()).toBeUndefined()
    }
  })

  it('whoever turns back at the provider is told so, in words', async () => {
    const browser = world.browser()
    const returned = await atProvider(browser, (await browser.begin()).address)
    expect(returned.error).toBe('access_denied')
    const answer = await browser.finish(
      { state: returned.state, error: returned.error, iss: returned.iss },
      { 'Accept-Language': 'fr' },
    )
    expect(outcome(answer)).toBe('401 openid_cancelled')
    expect(answer.json.title).toMatch(/annulée/)
  })

  it('a code counts once, and only for the browser that went for it', async () => {
    emails.twice = (await world.account()).email
    const [browser, thief] = [world.browser(), world.browser()]
    const { address, cookie } = await browser.begin()
    const returned = await atProvider(browser, address, 'twice')
    await thief.begin()
    expect(outcome(await thief.finish(returned))).toBe('401 openid_refused')
    expect(outcome(await browser.finish({ ...returned, code: `${returned.code}x` }))).toBe('401 openid_refused')
    expect(outcome(await browser.finish(returned, { Cookie: cookie }))).toBe('401 openid_refused')
  })
})

describe('Whatever a provider says', () => {
  let provider
  let world
  beforeAll(async () => {
    provider = await FakeProvider.start()
    world = await World.start(provider.issuer)
  })
  afterAll(async () => {
    await world?.stop()
    await provider?.stop()
  })

  // Somebody is sent there and comes back with a code that says what comes of it.
  async function come(told, { browser = world.browser(), returned = {} } = {}) {
    const begun = await browser.begin()
    const claims = { email_verified: true, ...told.claims }
    return browser.finish({ state: begun.state, code: codeFor(begun, { ...told, claims }), ...returned })
  }
  const now = () => Math.floor(Date.now() / 1000)

  it('a good token lets in, signed in either way', async () => {
    const { email } = await world.account()
    expect(outcome(await come({ claims: { sub: 'a', email } }))).toBe('let in')
    expect(outcome(await come({ claims: { sub: 'a' }, sign: 'ES256', key: 'curve' }))).toBe('let in')
  })

  it.each([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['an end that has passed', { claims: { exp: now() - 120 } }],
    ['a beginning in the future', { claims: { iat: now() + 3600 } }],
    ['another audience', { claims: { aud: 'another node' } }],
    ['several audiences, asked for by another', { claims: { aud: [clientId, 'x'], azp: 'x' } }],
    ['another issuer', { claims: { iss: 'http://127.0.0.1:1' } }],
    ['no signature', { sign: 'none' }],
    ['a signature by the public key as a secret', { sign: 'HS256' }],
    ['a key that is not published', { key: 'hidden' }],
    ['a key that is not published, under the name of one that is', { key: 'hidden', kid: 'first' }],
    ['a key of another sort', { sign: 'ES256', key: 'curve', kid: 'first' }],
    ['no subject', { claims: { sub: '' } }],
  ])('a token with %s lets nobody in', async (_, told) => {
    const { email } = await world.account()
    const claims = { sub: `of ${email}`, email, ...told.claims }
    expect(outcome(await come({ ...told, claims }))).toBe('401 openid_refused')
    expect(outcome(await come({ claims: { sub: `of ${email}`, email } }))).toBe('let in')
  })

  it('nobody comes in with another state, as another issuer, or without a code', async () => {
    const { email } = await world.account()
    const told = { claims: { sub: email, email } }
    for (const returned of [{ state: 'another' }, { iss: 'http://127.0.0.1:1' }, { code: undefined }, { error: 'server_error' }])
      expect(outcome(await come(told, { returned }))).toBe('401 openid_refused')
    const without = await world.browser().finish({ state: 'x', code: 'x' })
    expect(outcome(without)).toBe('401 openid_refused')
    const altered = world.browser()
    const { state, cookie } = await altered.begin()
    const last = cookie.at(-1) === 'A' ? 'B' : 'A'
    expect(outcome(await altered.finish({ state, code: 'x' }, { Cookie: cookie.slice(0, -1) + last }))).toBe('401 openid_refused')
    expect(outcome(await come(told))).toBe('let in')
  })

  it('what came back counts once, even where the provider would take it again', async () => {
    const { email } = await world.account()
    const browser = world.browser()
    const begun = await browser.begin()
    const returned = { state: begun.state, code: codeFor(begun, { claims: { sub: email, email, email_verified: true } }) }
    const answers = await Promise.all([1, 2, 3].map(() => browser.finish(returned, { Cookie: begun.cookie })))
    expect(answers.map(outcome).sort()).toEqual(['401 openid_refused', '401 openid_refused', 'let in'])
  })

  it('a new key of the provider is fetched when a token names it, and not for ever', async () => {
    const { email } = await world.account()
    provider.addKey('second')
    expect(outcome(await come({ key: 'second', claims: { sub: email, email } }))).toBe('let in')
    provider.asked = []
    for (let i = 0; i < 8; ++i) expect(outcome(await come({ kid: `unknown ${i}` }))).toBe('401 openid_refused')
    const fetched = provider.asked.filter((path) => path === '/jwks').length
    expect(fetched).toBeLessThan(6)
    expect(provider.asked).not.toContain('/.well-known/openid-configuration')
  })

  it('a disabled account stays shut, and one that is closed to the provider forgets it', async () => {
    const { id, email } = await world.account()
    const claims = { sub: email, email }
    const browser = world.browser()
    expect(outcome(await come({ claims }, { browser }))).toBe('let in')
    await world.change(id, { disabled: true })
    expect(outcome(await come({ claims }))).toBe('403 openid_unknown_account')
    await world.change(id, { disabled: false })
    expect(outcome(await come({ claims }, { browser }))).toBe('let in')
    const closed = await world.change(id, { openid_allowed: false })
    expect(closed.openid_identity).toBeNull()
    expect((await browser.get('/api/session')).status).toBe(401)
    expect(outcome(await come({ claims }))).toBe('403 openid_unknown_account')
  })

  it('another identity ends what was opened by the one before; the first binding ends nothing', async () => {
    const { id, name, email } = await world.account({ password })
    const own = world.browser()
    expect((await own.post('/api/session', { name, password })).status).toBe(200)
    const claims = { sub: email, email }
    const browser = world.browser()
    expect(outcome(await come({ claims }, { browser }))).toBe('let in')
    expect(await own.who()).toBe(name)
    await world.change(id, { full_name: 'Somebody Else' })
    expect(await browser.who()).toBe(name)
    await world.change(id, { openid_identity: `${provider.issuer} another` })
    expect(await browser.who()).toBeUndefined()
    expect(await own.who()).toBeUndefined()
    expect(outcome(await come({ claims }))).toBe('403 openid_unknown_account')
    expect(outcome(await come({ claims: { sub: 'another' } }, { browser }))).toBe('let in')
    await world.change(id, { openid_identity: null })
    expect(await browser.who()).toBeUndefined()
  })

  it('somebody of another issuer is nobody here, though the subject and the address are the same', async () => {
    const { email } = await world.account({ openid_identity: 'https://login.example.org same' })
    expect(outcome(await come({ claims: { sub: 'same', email } }))).toBe('403 openid_unknown_account')
  })

  it('an identity that is entered before the switch is turned on is there when it is', async () => {
    const openid_identity = `${provider.issuer} early`
    const { id } = await world.account({ openid_allowed: false, openid_identity })
    expect(outcome(await come({ claims: { sub: 'early' } }))).toBe('403 openid_unknown_account')
    expect((await world.change(id, { openid_allowed: true })).openid_identity).toBe(openid_identity)
    expect(outcome(await come({ claims: { sub: 'early' } }))).toBe('let in')
  })

  it('whoever has no account is told who he is at the provider, to hand it on', async () => {
    const answer = await come({ claims: { sub: 'a stranger', email: 'nobody@example.org' } })
    expect(answer.json.fields).toMatchObject([
      { pointer: '/openid_identity', code: 'identity_to_hand_on', message: expect.stringContaining(`${provider.issuer} a stranger`) },
    ])
    expect(world.program.log()).not.toContain('a stranger')
  })

  it('what does not hold is answered ever later, and asked of the provider ever less', async () => {
    const browser = world.browser()
    const waits = []
    for (let i = 0; i < 7; ++i) {
      const { state } = await browser.begin()
      const start = Date.now()
      expect(outcome(await browser.finish({ state, code: 'made up' }))).toBe('401 openid_refused')
      waits.push(Date.now() - start)
    }
    expect(waits[6]).toBeGreaterThan(1900)
    const many = [...Array(8)].map(() => browser.finish({ state: 'x', code: 'made up' }))
    expect((await Promise.all(many)).map(outcome)).toContain('429 too_many_requests')
    const { email } = await world.account()
    expect(outcome(await come({ claims: { sub: email, email } }))).toBe('let in') // from elsewhere
  }, 60_000)

  it('an identity that an administrator enters needs no address', async () => {
    const openid_identity = `${provider.issuer} entered`
    const { administrator } = world
    for (const wrong of ['entered', `${provider.issuer} `, 'x entered'])
      expect((await administrator.post('/api/users', { name: 'wrong', partner: administrator.partner, role: 'reader', openid_identity: wrong })).json.fields).toMatchObject([
        { pointer: '/openid_identity', code: 'not_an_identity' },
      ])
    const { name } = await world.account({ email: null, openid_identity })
    const browser = world.browser()
    expect(outcome(await come({ claims: { sub: 'entered' } }, { browser }))).toBe('let in')
    expect(await browser.who()).toBe(name)
  })

  it('where two accounts wait for one address, neither is opened', async () => {
    const { email } = await world.account()
    await world.account({ email })
    expect(outcome(await come({ claims: { sub: email, email } }))).toBe('403 openid_unknown_account')
    const upper = `Written.${email}`
    await world.account({ email: upper })
    await world.account({ email: upper.toLowerCase() })
    expect(outcome(await come({ claims: { sub: upper, email: upper } }))).toBe('403 openid_unknown_account')
  })

  it('an address that the provider gives only when asked again counts if it is of the same subject', async () => {
    const { email } = await world.account()
    const access = (person) => Buffer.from(JSON.stringify({ email, email_verified: true, ...person })).toString('base64url')
    expect(outcome(await come({ claims: { sub: email }, access: access({ sub: 'another' }) }))).toBe('403 openid_unknown_account')
    expect(outcome(await come({ claims: { sub: email }, access: access({ sub: email, email_verified: false }) }))).toBe('403 openid_unknown_account')
    expect(outcome(await come({ claims: { sub: email }, access: access({ sub: email }) }))).toBe('let in')
  })

  it('an account with a second factor asks for it all the same', async () => {
    const { name, email } = await world.account({ password })
    const own = world.browser()
    own.csrf = (await own.post('/api/session', { name, password })).json.csrf
    const { secret } = (await own.post('/api/account/second_factor', { password })).json
    await own.post('/api/account/second_factor/confirm', { code: codeOf(secret) })
    const browser = world.browser()
    expect(outcome(await come({ claims: { sub: email, email } }, { browser }))).toBe('401 second_factor_required')
    expect(await browser.who()).toBeUndefined()
    const confirm = (code) => browser.post('/api/session/openid/confirm', { code })
    expect(outcome(await confirm('123456'))).toBe('401 wrong_second_factor')
    expect(outcome(await confirm(codeOf(secret, 1)))).toBe('let in')
    expect(await browser.who()).toBe(name)
    expect(outcome(await world.browser().post('/api/session/openid/confirm', { code: codeOf(secret, 1) }))).toBe('401 openid_refused')
  })

  it('no code opens an account that was closed, or given to another, while it was awaited', async () => {
    for (const change of [{ openid_allowed: false }, { openid_identity: `${provider.issuer} heir` }]) {
      const { id, name, email } = await world.account({ password })
      const own = world.browser()
      own.csrf = (await own.post('/api/session', { name, password })).json.csrf
      const { secret } = (await own.post('/api/account/second_factor', { password })).json
      await own.post('/api/account/second_factor/confirm', { code: codeOf(secret) })
      const browser = world.browser()
      expect(outcome(await come({ claims: { sub: email, email } }, { browser }))).toBe('401 second_factor_required')
      await world.change(id, change)
      expect(outcome(await browser.post('/api/session/openid/confirm', { code: codeOf(secret, 1) }))).toBe('403 openid_unknown_account')
      expect(await browser.who()).toBeUndefined()
    }
  })

  it.each(['/figures?by=place|year', '/records?q={a}', '/records?q=%zz', '/?q=https://example.org/'])('somebody gets back to %j', async (return_to) => {
    const { email } = await world.account()
    const browser = world.browser()
    const begun = await browser.begin(return_to)
    const answer = await browser.finish({ state: begun.state, code: codeFor(begun, { claims: { sub: email, email, email_verified: true } }) })
    expect(answer.json).toEqual({ return_to })
  })

  it.each(['https://example.org/', '//example.org', '/\\example.org', '\\\\example.org', '/\t/example.org', 'javascript:alert(1)', 'figures', '/ /'])(
    'nobody is led on to %j',
    async (return_to) => {
      const answer = await world.browser().post('/api/session/openid', { return_to })
      expect(answer.status).toBe(422)
      expect(answer.json.fields).toMatchObject([{ pointer: '/return_to', code: 'not_on_this_site' }])
    },
  )

  it('says in the log why, and names nobody', () => {
    expect(world.program.log()).toMatch(/event=openid_not_let_in problem=openid_refused reason="wrong nonce"/)
    expect(world.program.log()).not.toMatch(/example\.org|person|secret/)
  })

  // The last, as the provider does not come back.
  it('a provider that hangs keeps nobody else waiting, and one that is dead is told of', async () => {
    const begun = await Promise.all([...Array(12)].map(async () => {
      const browser = world.browser()
      return { browser, ...(await browser.begin()) }
    }))
    provider.silent = true
    let isAnswered = false
    const hanging = begun.map(({ browser, state }) => browser.finish({ state, code: 'x' }).finally(() => (isAnswered = true)))
    await expect.poll(() => provider.asked.filter((path) => path === '/token').length).toBeGreaterThan(3)
    const other = world.browser()
    expect((await other.post('/api/session', { name: 'administrator', password })).status).toBe(200)
    expect((await other.get('/api/session')).status).toBe(200)
    expect(isAnswered).toBe(false)
    const heartbeat = setInterval(() => provider.hangUp(), 100)
    expect(new Set((await Promise.all(hanging)).map(outcome))).toEqual(new Set(['502 openid_unreachable']))
    clearInterval(heartbeat)
    await provider.stop()
    const late = await world.browser().begin() // what it said of itself is known still
    const answer = await world.browser().finish({ state: late.state, code: 'x' }, { Cookie: late.cookie })
    expect(outcome(answer)).toBe('502 openid_unreachable')
  })
})

describe('A node', () => {
  it('with a provider that is not there says so, and lets in by password', async () => {
    const world = await World.start('http://127.0.0.1:1')
    for (let i = 0; i < 2; ++i)
      expect(outcome(await world.browser().post('/api/session/openid'))).toBe('502 openid_unreachable')
    expect((await world.browser().post('/api/session', { name: 'administrator', password })).status).toBe(200)
    await world.stop()
  })

  it.each([
    ['of another issuer', { issuer: 'http://127.0.0.1:2' }],
    ['that sends elsewhere in the open', { token_endpoint: 'http://example.org/token' }],
  ])('does not believe a description %s', async (_, changed) => {
    const provider = await FakeProvider.start()
    provider.changed = changed
    const world = await World.start(provider.issuer)
    expect(outcome(await world.browser().post('/api/session/openid'))).toBe('502 openid_unreachable')
    await world.stop()
    await provider.stop()
  })

  it('shows its secret in the form where the provider wants it there, and wants to be told who sends back', async () => {
    const provider = await FakeProvider.start()
    provider.changed = {
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      authorization_response_iss_parameter_supported: true,
    }
    const world = await World.start(provider.issuer)
    const { email } = await world.account()
    const come = async (more) => {
      const browser = world.browser()
      const begun = await browser.begin()
      const code = codeFor(begun, { claims: { sub: email, email, email_verified: true } })
      return outcome(await browser.finish({ state: begun.state, code, ...more }))
    }
    expect(await come({})).toBe('401 openid_refused')
    expect(provider.asked).not.toContain('/token')
    expect(await come({ iss: provider.issuer })).toBe('let in')
    expect(provider.shown).toEqual(['form'])
    await world.stop()
    await provider.stop()
  })

  it('leaves a provider in peace that has just said nonsense of itself', async () => {
    const provider = await FakeProvider.start()
    provider.changed = { issuer: 'http://127.0.0.1:2' }
    const world = await World.start(provider.issuer)
    for (let i = 0; i < 3; ++i)
      expect(outcome(await world.browser().post('/api/session/openid'))).toBe('502 openid_unreachable')
    expect(provider.asked).toHaveLength(1)
    await world.stop()
    await provider.stop()
  })

  it('without a provider has none', async () => {
    const world = await World.start(null)
    expect((await world.browser().get('/api/session/openid')).json).toEqual({ name: null })
    expect(outcome(await world.browser().post('/api/session/openid'))).toBe('404 not_found')
    expect(outcome(await world.browser().finish({ state: 'x', code: 'x' }))).toBe('404 not_found')
    await world.stop()
  })
})
