// SPDX-License-Identifier: Apache-2.0
//
// An OpenID Connect provider that does as it is told, as no real one would: a code says in itself
// what comes of it. The real one is in openid.test.mjs.
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'

export const clientId = 'a node'
export const clientSecret = 'a secret: with / all + sorts % of & signs'

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const base64url = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

// `claims` go over good ones; `sign` is how the token is signed, by the key named `key`; `status`,
// `delay` and `access` are of the answer.
export const codeFor = ({ issuer, nonce, challenge }, { claims, ...told } = {}) => {
  const now = Math.floor(Date.now() / 1000)
  const good = { iss: issuer, aud: clientId, sub: 'somebody', nonce, iat: now, exp: now + 300 }
  return base64url({ challenge, claims: { ...good, ...claims }, ...told })
}

// What begin_openid answered, as the provider and the browser see it.
export const readBegun = (answer) => {
  const asked = new URL(answer.json.address).searchParams
  return {
    issuer: new URL(answer.json.address).origin,
    state: asked.get('state'),
    nonce: asked.get('nonce'),
    challenge: asked.get('code_challenge'),
    cookie: answer.headers.get('set-cookie').split(';')[0],
  }
}

export class FakeProvider {
  keys = {}
  published = []
  asked = [] // the paths that were asked for
  shown = [] // where the secret was, in the header or in the form
  silent = false
  issuer = ''

  // A `host` other than the node's is another site to a browser.
  static async start(host = '127.0.0.1') {
    const provider = new FakeProvider()
    provider.addKey('first')
    provider.addKey('curve', 'ec')
    provider.addKey('hidden', 'rsa', false)
    provider.server = createServer((request, answer) => provider.answer(request, answer))
    await new Promise((resolve) => provider.server.listen(0, '127.0.0.1', resolve))
    provider.port = provider.server.address().port
    provider.issuer = `http://${host}:${provider.port}`
    return provider
  }

  addKey(name, kind = 'rsa', isPublished = true) {
    this.keys[name] = generateKeyPairSync(kind, { modulusLength: 2048, namedCurve: 'P-256' })
    const kid = name
    if (isPublished) this.published.push({ ...this.keys[name].publicKey.export({ format: 'jwk' }), kid, use: 'sig' })
  }

  hangUp() {
    this.server.closeAllConnections?.()
  }

  async stop() {
    this.hangUp()
    await new Promise((resolve) => this.server.close(resolve))
  }

  answer(request, answer) {
    const path = request.url.split('?')[0]
    this.asked.push(path)
    if (this.silent) return
    const give = (json, status = 200) => {
      answer.writeHead(status, { 'Content-Type': 'application/json' })
      answer.end(JSON.stringify(json))
    }
    if (path === '/.well-known/openid-configuration') return give(this.discovery())
    if (path === '/jwks') return give({ keys: this.published })
    if (path === '/me') return give(this.person(request))
    if (path === '/auth') return this.askForName(request, answer)
    if (path === '/back') return this.sendBack(request, answer)
    if (path !== '/token') return give({}, 404)
    let form = ''
    request.on('data', (piece) => (form += piece))
    request.on('end', () => give(...this.token(request, new URLSearchParams(form))))
  }

  discovery() {
    const { issuer } = this
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/jwks`,
      ...this.changed,
    }
  }

  // The page on which somebody says who comes, or turns back.
  askForName(request, answer) {
    const asked = new URL(request.url, this.issuer).searchParams
    const hidden = [...asked].map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    answer.end(`<!doctype html><title>The Provider</title><h1>The Provider</h1><form action="/back">${hidden.join('')}
      <label>E-mail <input name="email"></label> <button>Go on</button> <button name="error" value="access_denied">Turn back</button></form>`)
  }

  sendBack(request, answer) {
    const asked = Object.fromEntries(new URL(request.url, this.issuer).searchParams)
    const { email, error, state, nonce, code_challenge: challenge, redirect_uri } = asked
    const claims = { sub: `subject of ${email}`, email, email_verified: true }
    const code = codeFor({ issuer: this.issuer, nonce, challenge }, { claims })
    const back = new URL(redirect_uri)
    back.search = new URLSearchParams({ state, iss: this.issuer, ...(error ? { error } : { code }) })
    answer.writeHead(303, { Location: back.href })
    answer.end()
  }

  token(request, form) {
    const words = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()
    const isInForm = form.has('client_secret')
    const [id, secret] = isInForm ? [form.get('client_id'), form.get('client_secret')] : words.split(':').map(decodeURIComponent)
    this.shown.push(isInForm ? 'form' : 'header')
    if (id !== clientId || secret !== clientSecret) return [{ error: 'invalid_client' }, 401]
    let told
    try {
      told = JSON.parse(Buffer.from(form.get('code'), 'base64url').toString())
    } catch {
      return [{ error: 'invalid_grant' }, 400]
    }
    const challenge = createHash('sha256').update(form.get('code_verifier')).digest('base64url')
    if (challenge !== told.challenge) return [{ error: 'invalid_grant' }, 400]
    return [{ token_type: 'Bearer', access_token: told.access ?? 'x', id_token: this.sign(told) }, told.status ?? 200]
  }

  sign({ claims, sign: way = 'RS256', key = 'first', kid = key }) {
    const text = `${base64url({ alg: way, kid })}.${base64url(claims)}`
    const { privateKey, publicKey } = this.keys[key]
    const signatures = {
      none: () => '',
      HS256: () => createHmac('sha256', publicKey.export({ format: 'pem', type: 'spki' })).update(text).digest(),
      RS256: () => sign('sha256', Buffer.from(text), privateKey),
      ES256: () => sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    }
    return `${text}.${Buffer.from(signatures[way]()).toString('base64url')}`
  }

  // The access token says it.
  person(request) {
    return JSON.parse(Buffer.from(request.headers.authorization.split(' ')[1], 'base64url').toString())
  }
}

// The options of `serve` for a node that stands at `base`; `secretFile` is to hold the secret.
export const optionsFor = (issuer, base, secretFile) => [
  ['--oidc-issuer', issuer],
  ['--oidc-client-id', clientId],
  ['--oidc-client-secret-file', secretFile],
  ['--oidc-name', 'The Provider'],
  ['--public-address', base],
].flat()
