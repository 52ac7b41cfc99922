// SPDX-License-Identifier: Apache-2.0
import { inject } from 'vitest'
import { Description } from './conformance.mjs'

const base = inject('base')
const description = new Description(await (await fetch(`${base}/api/openapi.json`)).json())

const blankPlace = /\{\d\}/

// The sentences of a refusal have no places that nothing fills, unless what was sent has them.
function checkSentences({ status, json }, sent) {
  if (status < 400) return
  const unfilled = json?.fields?.find(({ message }) => blankPlace.test(message))
  if (!unfilled || blankPlace.test(sent().replace(/%7B(\d)%7D/gi, '{$1}'))) return
  throw new Error(`${unfilled.pointer} ${unfilled.code}: nothing fills a place of “${unfilled.message}”`)
}

// Somebody who asks: signed in under an account, or nobody.
export class Client {
  cookie = ''
  csrf = ''

  static async as(name) {
    const client = new Client()
    const signedIn = await client.post('/api/session', { name, password: inject('password') })
    if (signedIn.status !== 200) throw new Error(`${name} cannot sign in: ${signedIn.status}`)
    client.cookie = signedIn.headers.get('set-cookie').split(';')[0]
    client.csrf = signedIn.json.csrf
    return client
  }

  // Gives status, headers, bytes, text, and json where the answer is JSON; fails where the API's own
  // description does not have such an answer.
  async send(method, path, { json, body, headers = {} } = {}) {
    const all = { ...headers }
    if (this.cookie) all.Cookie ??= this.cookie
    if (this.csrf && method !== 'GET') all['X-Tenpoint-Csrf'] ??= this.csrf
    if (json !== undefined) all['Content-Type'] ??= 'application/json'
    const response = await fetch(base + path, {
      method,
      headers: all,
      body: json === undefined ? body : JSON.stringify(json),
      redirect: 'manual',
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = bytes.toString()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const answer = {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      json: isJson && text ? JSON.parse(text) : undefined,
    }
    if (path.startsWith('/api/')) description.check(method, path.split('?')[0], answer)
    checkSentences(answer, () => `${path} ${json === undefined ? body : JSON.stringify(json)}`)
    return answer
  }

  get(path, headers) {
    return this.send('GET', path, { headers })
  }
  post(path, json = {}, headers) {
    return this.send('POST', path, { json, headers })
  }
  patch(path, version, json) {
    const headers = version === undefined ? {} : { 'If-Match': `"${version}"` }
    return this.send('PATCH', path, { json, headers })
  }
  remove(path, version) {
    const headers = version === undefined ? {} : { 'If-Match': `"${version}"` }
    return this.send('DELETE', path, { headers })
  }
  upload(name, bytes, path = '/api/files') {
    return this.send('POST', `${path}?name=${encodeURIComponent(name)}`, {
      body: bytes,
      headers: { 'Content-Type': 'application/octet-stream' },
    })
  }
}

export async function everybody() {
  const names = ['administrator', 'coordinator', 'information_officer', 'contributor', 'reader']
  const clients = { anonymous: new Client() }
  for (const name of [...names, 'other_officer']) clients[name] = await Client.as(name)
  return clients
}
