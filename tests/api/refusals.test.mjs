// SPDX-License-Identifier: Apache-2.0
//
// What a refusal says: all that is wrong at once, in sentences that are whole in each language.
import { beforeAll, describe, expect, it } from 'vitest'
import { Client } from './client.mjs'

const languages = ['en', 'fr', 'es', 'ar']
const nobody = '01890a5d-ac96-774b-bcce-b302099a8057'

let administrator
beforeAll(async () => {
  administrator = await Client.as('administrator')
  await administrator.post('/api/places', { code: 'REFUSALS', name: { en: 'A place' }, kind: 'border' })
})

const found = ({ json }) => json.fields.map(({ pointer, code }) => `${pointer} ${code}`).sort()

describe('A sentence about a value says which it was and what may stand there', () => {
  // Rows: the kind; a body; then what its sentences name.
  it.each([
    ['partners', { name: 'A', kind: 'bogus' }, ['bogus', 'ngo']],
    ['partners', { name: 'A', kind: 'ngo', country: 'XXX' }, ['XXX']],
    ['partners', { name: 'A', kind: 'ngo', visibility: 'bogus' }, ['bogus', 'restricted']],
    ['places', { code: 'A', name: { en: 'A' }, kind: 'bogus' }, ['bogus', 'border']],
    ['users', { name: 'a', partner: nobody, role: 'bogus' }, ['bogus', 'reader']],
    ['users', { name: 'a', partner: nobody, role: 'reader', password: 'x' }, []],
    ['rules', { method: 'bogus', reason: 'A' }, ['bogus', 'highest']],
    ['rules', { method: 7, reason: 'A' }, ['7', 'highest']],
    ['contacts', { partner: nobody, position: 'A', themes: ['referral', 'bogus'] }, ['bogus', 'referral']],
    ['arrangements', { code: 'A', title: { en: 'A' }, level: 'bogus' }, ['bogus', 'national']],
    ['sources', { name: 'a', mapping: { set: { sex: 'bogus' } } }, ['bogus', 'female']],
    ['plan_indicators', { sector: 'health', name: 'A', type: 'bogus' }, ['bogus', 'direct_assistance']],
    ['partners', { name: 'x'.repeat(20_000), kind: 'ngo' }, []],
  ])('%s %j', async (plural, body, named) => {
    for (const language of languages) {
      const answer = await administrator.post(`/api/${plural}`, body, { 'Accept-Language': language })
      expect(answer.status, answer.text).toBe(422)
      const sentences = answer.json.fields.map(({ message }) => message).join('\n')
      expect(sentences).not.toMatch(/\{\d\}/)
      for (const word of named) expect(sentences).toContain(word)
    }
  })

  it('A value without end is shown by its beginning', async () => {
    const answer = await administrator.post('/api/rules', { method: 'x'.repeat(9000), reason: 'A' })
    expect(answer.json.fields[0].message).toContain('xxx…')
    expect(answer.json.fields[0].message.length).toBeLessThan(1000)
  })
})

describe('All that is wrong is told at once', () => {
  it('what cannot be read, what breaks a rule, what is unknown and who may read it', async () => {
    const body = { name: '', kind: 'ngo', country: 'XXX', nonsense: 1, website: 'nope', visibility: 'all' }
    const answer = await administrator.post('/api/partners', body)
    expect(found(answer)).toEqual([
      '/country not_a_country',
      '/name required',
      '/nonsense unknown_field',
      '/visibility not_a_choice',
      '/website not_a_web_address',
    ])
  })

  it('blanks are no text', async () => {
    const body = { code: '  ', title: { en: '   ', fr: '\u00a0' }, level: 'national', form: 'project', status: 'active' }
    expect(found(await administrator.post('/api/arrangements', body))).toEqual(['/code required', '/title required'])
  })

  it('a document without a byte, as such', async () => {
    const { json } = await administrator.post('/api/documents', { title: { en: 'Empty' }, type: 'other' })
    const answer = await administrator.upload('empty.pdf', '', `/api/documents/${json.id}/file`)
    expect(answer.status).toBe(422)
    expect(found(answer)).toEqual(['/file empty_document'])
  })

  it('also the password of an account', async () => {
    const body = { name: '', partner: nobody, role: 'king', password: 'x' }
    expect(found(await administrator.post('/api/users', body))).toEqual([
      '/name required',
      '/password too_short',
      '/role not_a_choice',
    ])
  })

  it('of a change as of a new record', async () => {
    const { json } = await administrator.post('/api/partners', { name: 'Told at once', kind: 'ngo' })
    const change = { name: '', country: 'XXX', kind: 7, visibility: 7 }
    const answer = await administrator.patch(`/api/partners/${json.id}`, 1, change)
    expect(found(answer)).toEqual([
      '/country not_a_country',
      '/kind not_a_choice',
      '/name required',
      '/visibility not_a_choice',
    ])
  })

  // What could not be read is not known to break a rule that holds for several members.
  it.each([
    ['places', { code: 'A', name: { en: 'A' }, kind: 'bogus', site: 'camp' }, ['/kind not_a_choice']],
    ['places', { code: 'A', name: 7, kind: 'border', site: 'camp' }, ['/name not_a_text_by_language', '/site only_of_sites']],
    ['places', { code: 'A', name: { en: 'A' }, kind: 'border', latitude: 'x', longitude: 1 }, ['/latitude not_a_coordinate']],
    ['rules', { method: 'bogus', reason: 'A', source: nobody }, ['/method not_a_choice']],
    ['contacts', { partner: nobody, position: 7, level: 'working' }, ['/position not_text']],
    [
      'rulings',
      { place: nobody, indicator: 'crossing', from: 'x', to: '1960-01-01', source: nobody, reason: 'A' },
      ['/from not_a_date'],
    ],
    ['sources', { name: 7, mapping: [] }, ['/mapping not_an_object', '/name not_text']],
  ])('%s %j: %j', async (plural, body, expected) => {
    expect(found(await administrator.post(`/api/${plural}`, body))).toEqual(expected)
  })
})

describe('A repeated key is refused', () => {
  const send = (body) =>
    administrator.send('POST', '/api/partners', { body, headers: { 'Content-Type': 'application/json' } })

  it.each([
    ['{"name":"a","kind":"ngo","name":"b"}', '/name'],
    ['{"name":"a","kind":"ngo","n\\u0061me":"b"}', '/name'],
    ['{"name":"a","kind":"ngo","name":"a"}', '/name'],
    ['{"name":"a","more":[{"x":1},{"x":1,"y":{},"x":2}]}', '/more'],
  ])('%s', async (body, pointer) => {
    const answer = await send(body)
    expect([answer.status, answer.json.code]).toEqual([422, 'invalid_fields'])
    expect(found(answer)).toEqual([`${pointer} repeated`])
  })

  it('The same key in two objects is none', async () => {
    const answer = await administrator.post('/api/sources', {
      name: 'two of a key',
      title: { en: 'name' },
      mapping: { columns: [{ column: 'a', field: 'count' }, { column: 'b', field: 'count' }] },
    })
    expect(answer.status, answer.text).toBe(201)
  })
})

describe('A last day before the first is refused', () => {
  const days = 'from=2025-01-01&to=2024-01-01'
  it.each([
    [`/api/figures?${days}`],
    [`/api/figures/explanation?indicator=crossing&${days}`],
    [`/api/alerts?${days}`],
    [`/api/disagreements?${days}`],
    [`/api/reach?${days}`],
    [`/api/who_does_what?${days}`],
    [`/api/sheets/preview?place=REFUSALS&${days}`],
    ['/api/activity_reports?reach_from=2025-01-01&reach_to=2024-01-01', '/reach_to'],
  ])('%s', async (path, pointer = '/to') => {
    for (const language of languages) {
      const answer = await administrator.get(path, { 'Accept-Language': language })
      expect([answer.status, answer.json.code], answer.text).toEqual([400, 'invalid_query'])
      expect(found(answer)).toEqual([`${pointer} ends_before_it_begins`])
    }
  })

  it('One day is none', async () => {
    expect((await administrator.get('/api/figures?from=2024-01-01&to=2024-01-01')).status).toBe(200)
  })
})
