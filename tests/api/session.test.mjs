// SPDX-License-Identifier: Apache-2.0
import { describe, expect, inject, it } from 'vitest'
import { Client } from './client.mjs'

const anonymous = new Client()

describe('The program', () => {
  it('says that it is ready', async () => {
    const answer = await anonymous.get('/api/health')
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({ live: true, ready: true })
    expect(answer.json.version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('answers each page with the shell, under a policy with a nonce of its own', async () => {
    const [first, second] = [await anonymous.get('/'), await anonymous.get('/figures')]
    const nonce = (answer) => /'nonce-([0-9a-f]+)'/.exec(answer.headers.get('content-security-policy'))[1]
    expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(first.text).toContain(nonce(first))
    expect(nonce(first)).not.toBe(nonce(second))
    expect(first.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it.each([
    ['GET', '/api/nothing', 404, 'not_found'],
    ['GET', '/api/partners/../users', 401, 'unauthorized'],
    ['GET', '/api/x%2F..%2Fusers', 404, 'not_found'],
    ['GET', '/assets/missing.js', 404, 'not_found'],
    ['DELETE', '/api/health', 405, 'method_not_allowed'],
    ['PUT', '/', 405, 'method_not_allowed'],
    ['GET', '/api/health?more=1', 400, 'invalid_query'],
    ['GET', '/api/%ff', 400, 'malformed_request'],
  ])('answers %s %s with %i %s', async (method, path, status, code) => {
    const answer = await anonymous.send(method, path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.json).toMatchObject({ status, code })
  })

  it('gives its refusals in the language that is asked for', async () => {
    const titles = new Set()
    for (const language of ['en', 'fr-CH', 'es;q=0.9, de', 'ar'])
      titles.add((await anonymous.get('/api/session', { 'Accept-Language': language })).json.title)
    expect(titles.size).toBe(4)
  })
})

describe('A session', () => {
  it('begins with name and password and tells who is there', async () => {
    const officer = await Client.as('information_officer')
    const { status, json } = await officer.get('/api/session')
    expect(status).toBe(200)
    expect(json).toMatchObject({
      user: { name: 'information_officer' },
      partner: { name: 'Northern Office' },
      role: 'information_officer',
      csrf: officer.csrf,
      language: 'en',
    })
  })

  it.each([
    ['a wrong password', { name: 'reader', password: 'wrong' }, 401, 'wrong_credentials'],
    ['an unknown name', { name: 'nobody', password: 'wrong' }, 401, 'wrong_credentials'],
    ['no password', { name: 'reader' }, 422, 'invalid_fields'],
    ['a member too many', { name: 'reader', password: 'x', admin: true }, 422, 'invalid_fields'],
    ['a number as name', { name: 1, password: 'x' }, 422, 'invalid_fields'],
  ])('does not begin with %s', async (_, body, status, code) => {
    const answer = await anonymous.post('/api/session', body)
    expect(answer.status).toBe(status)
    expect(answer.json.code).toBe(code)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('takes a sign-in as JSON alone, which no foreign page can send', async () => {
    const body = JSON.stringify({ name: 'reader', password: inject('password') })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
      const headers = type ? { 'Content-Type': type } : {}
      const answer = await anonymous.send('POST', '/api/session', { body, headers })
      expect(answer.status).toBe(415)
    }
  })

  it('keeps its token from scripts and other sites', async () => {
    const answer = await anonymous.post('/api/session', { name: 'reader', password: inject('password') })
    expect(answer.headers.get('set-cookie')).toMatch(
      /^tenpoint_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  it('lets nothing be changed without its CSRF token', async () => {
    const coordinator = await Client.as('coordinator')
    for (const token of ['', 'x', (await Client.as('coordinator')).csrf]) {
      const answer = await coordinator.post('/api/partners', {}, { 'X-Tenpoint-Csrf': token })
      expect(answer.status).toBe(403)
      expect(answer.json.code).toBe('csrf_token_missing')
    }
  })

  it('ends when its user signs out', async () => {
    const reader = await Client.as('reader')
    expect((await reader.remove('/api/session')).status).toBe(204)
    expect((await reader.get('/api/session')).status).toBe(401)
  })
})
