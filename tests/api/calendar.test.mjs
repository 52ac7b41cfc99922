// SPDX-License-Identifier: Apache-2.0
// When actions are due, as a calendar program reads it: by the parser of Thunderbird.
import { once } from 'node:events'
import { get as httpGet } from 'node:http'
import ICAL from 'ical.js'
import { beforeAll, expect, inject, it } from 'vitest'
import { Client, everybody } from './client.mjs'

const longArabic = 'تسجيل الوافدين الجدد في مراكز الاستقبال، ثم إحالتهم إلى الشريك المختص. '.repeat(6).trim()
const oddTitle = 'Train; equip, and "follow up" \\ report\nin two rounds'

let clients
let world
let number = 0
const unique = (word) => `calendar-${word}-${++number}`

async function made(plural, body, client = clients.coordinator) {
  const answer = await client.post(`/api/${plural}`, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const arrangement = (en, more) =>
  made('arrangements', {
    code: unique('arrangement'),
    title: { en, ar: 'فرقة العمل' },
    level: 'national',
    form: 'task_force',
    status: 'active',
    ...more,
  })
const action = (en, more, client) =>
  made('actions', { arrangement: world.force.id, title: { en }, status: 'planned', due: '2026-11-30', ...more }, client)

beforeAll(async () => {
  clients = await everybody()
  world = {}
  world.agency = await made('partners', { name: unique('Agency'), kind: 'ngo', names: { ar: 'وكالة' } })
  world.force = await arrangement('Task force, north')
  world.group = await arrangement('Working group', { parent: world.force.id })
  world.odd = await action(oddTitle, {
    title: { en: oddTitle, ar: longArabic },
    description: { en: 'First line\r\nSecond line', ar: longArabic },
    points: ['registration', 'water_and_sanitation'],
    lead: world.agency.id,
    begins: '2026',
    status: 'under_way',
    progress: 60,
  })
  world.inMonth = await action('Register', { arrangement: world.group.id, due: '2028-02', status: 'done' })
  world.dropped = await action('Build', { status: 'dropped', begins: '2026-11-30' })
  world.someDay = await action('Some day', { due: null })
  const kept = { visibility: 'confidential', lead: world.agency.id }
  world.kept = await action('Not for others', kept, clients.information_officer)
  world.elsewhere = await action('Elsewhere', { arrangement: (await arrangement('Another')).id })
})

const ask = (query = {}, client = clients.reader, headers = {}) =>
  client.get(`/api/actions.ics?${new URLSearchParams(query)}`, headers)

async function calendar(query, client) {
  const answer = await ask(query, client)
  expect(answer.status, answer.text).toBe(200)
  const component = new ICAL.Component(ICAL.parse(answer.text))
  const toDos = component.getAllSubcomponents('vtodo')
  return {
    name: component.getFirstPropertyValue('x-wr-calname'),
    toDos,
    of: ({ id }) => toDos.find((toDo) => toDo.getFirstPropertyValue('uid') === id),
  }
}
const value = (toDo, name) => toDo.getFirstPropertyValue(name)
const idsOf = ({ toDos }) => toDos.map((toDo) => value(toDo, 'uid')).sort()
const ids = (...records) => records.map(({ id }) => id).sort()

it('An action is a to-do with all that a calendar program shows', async () => {
  const read = await calendar({ arrangement: world.force.id, lang: 'en' })
  const toDo = read.of(world.odd)
  expect(read.name).toBe('Actions · Task force, north')
  expect(value(toDo, 'summary')).toBe(oddTitle)
  expect(value(toDo, 'description')).toBe(
    `Arrangement: Task force, north\nLead partner: ${world.agency.name}\n\nFirst line\nSecond line`,
  )
  expect(value(toDo, 'dtstart').toString()).toBe('2026-01-01')
  expect(value(toDo, 'due').toString()).toBe('2026-11-30')
  expect(value(toDo, 'due').isDate).toBe(true)
  expect(value(toDo, 'status')).toBe('IN-PROCESS')
  expect(value(toDo, 'percent-complete')).toBe(60)
  expect(toDo.getAllProperties('categories').map((each) => each.getValues())).toEqual([
    ['Registration'],
    ['Water, sanitation and hygiene'],
  ])
  expect(value(toDo, 'sequence')).toBe(world.odd.version)
  expect(value(toDo, 'last-modified').toJSDate().getTime()).toBe(
    Math.floor(Date.parse(world.odd.updated_at) / 1000) * 1000,
  )
  const address = new URL(value(toDo, 'url'))
  expect(address.pathname).toBe(`/actions/${world.odd.id}`)
})

it('Arabic comes through, however long its lines are', async () => {
  const read = await calendar({ arrangement: world.force.id, lang: 'ar' })
  const toDo = read.of(world.odd)
  expect(read.name).toBe('الإجراءات · فرقة العمل')
  expect(value(toDo, 'summary')).toBe(longArabic)
  expect(value(toDo, 'description')).toBe(`الآلية: فرقة العمل\nالشريك الرائد: وكالة\n\n${longArabic}`)
  expect(value(toDo, 'categories')).toBe('التسجيل')
  const { text } = await ask({ lang: 'ar' })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

it('What is due in a month is due on its last day; what begins on the day has no start', async () => {
  const read = await calendar({ lang: 'en' })
  expect(value(read.of(world.inMonth), 'due').toString()).toBe('2028-02-29')
  expect(value(read.of(world.inMonth), 'status')).toBe('COMPLETED')
  expect(value(read.of(world.dropped), 'status')).toBe('CANCELLED')
  expect(value(read.of(world.dropped), 'dtstart')).toBeNull()
})

it('Those of an arrangement are there with those of its groups, and of a lead its own', async () => {
  const { force, group, agency, odd, inMonth, dropped } = world
  expect(idsOf(await calendar({ arrangement: force.id }))).toEqual(ids(odd, inMonth, dropped))
  expect(idsOf(await calendar({ arrangement: group.id }))).toEqual(ids(inMonth))
  expect(idsOf(await calendar({ lead: agency.id }))).toEqual(ids(odd))
  expect(idsOf(await calendar({ lead: agency.id, arrangement: group.id }))).toEqual([])
  const all = idsOf(await calendar())
  expect(all).toContain(world.elsewhere.id)
  expect(all).not.toContain(world.someDay.id)
})

it('What somebody may not read is not in the calendar', async () => {
  const seen = async (client) => idsOf(await calendar({ lead: world.agency.id }, client))
  expect(await seen(clients.information_officer)).toEqual(ids(world.odd, world.kept))
  expect(await seen(clients.other_officer)).toEqual(ids(world.odd))
  expect((await ask({}, clients.anonymous)).status).toBe(401)
  const hidden = await arrangement('Hidden', { visibility: 'confidential' })
  expect((await ask({ arrangement: hidden.id })).status).toBe(404)
  const open = await action('In a hidden one', { arrangement: hidden.id, visibility: 'partners' })
  const told = (await calendar({ lang: 'en' })).of(open)
  expect(value(told, 'description')).toBeNull()
})

it('What asks too much is refused', async () => {
  expect((await ask({ arrangement: 'none' })).status).toBe(400)
  expect((await ask({ lang: 'de' })).status).toBe(400)
  expect((await ask({ lead: '01890a5d-ac96-774b-bcce-b302099a8057' })).status).toBe(404)
})

it('A calendar program fetches it anew only when something has changed', async () => {
  const query = { arrangement: world.group.id, lang: 'fr' }
  const first = await ask(query)
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(first.headers.get('content-language')).toBe('fr')
  const etag = first.headers.get('etag')
  const again = () => ask(query, clients.reader, { 'If-None-Match': etag })
  expect((await again()).status).toBe(304)
  const changed = await clients.coordinator.patch(`/api/actions/${world.inMonth.id}`, 1, { due: '2028-03' })
  expect(changed.status, changed.text).toBe(200)
  const anew = await again()
  expect(anew.status).toBe(200)
  expect(anew.headers.get('etag')).not.toBe(etag)
  expect(anew.text).toContain('SEQUENCE:2')
})

it('A calendar program shows a token of the API, in the header or as a password', async () => {
  const asked = { name: unique('token'), scope: 'read', days: 30 }
  const { token } = await made('account/tokens', asked, clients.other_officer)
  const basic = (name, password) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
  const showing = (Authorization) => ({ get: (path) => new Client().get(path, { Authorization }) })
  for (const shown of [`Bearer ${token}`, basic('calendar', token), basic('', token)])
    expect(idsOf(await calendar({ lead: world.agency.id }, showing(shown)))).toEqual(ids(world.odd))

  const asks = 'Basic realm="Tenpoint", charset="UTF-8"'
  for (const shown of [basic('other_officer', inject('password')), basic(token, ''), 'Basic', 'Bearer wrong', '']) {
    const refused = await ask({}, showing(shown))
    expect(refused.status, shown).toBe(401)
    expect(refused.headers.get('www-authenticate'), shown).toBe(asks)
  }
})

it('A token as a password opens nothing else, and makes no browser ask for one', async () => {
  const asked = { name: unique('token'), scope: 'write', days: 30 }
  const { token } = await made('account/tokens', asked, clients.other_officer)
  const Authorization = `Basic ${Buffer.from(`calendar:${token}`).toString('base64')}`
  const refused = await new Client().get('/api/actions', { Authorization })
  expect(refused.status).toBe(401)
  expect(refused.headers.get('www-authenticate')).toBeNull()
})

it('A calendar program is asked for a password, a browser is not', async () => {
  const asked = async (headers) => {
    const [answer] = await once(httpGet(`${inject('base')}/api/actions.ics`, { headers }), 'response')
    answer.resume()
    expect(answer.statusCode).toBe(401)
    return answer.headers['www-authenticate']
  }
  expect(await asked({})).toBe('Basic realm="Tenpoint", charset="UTF-8"')
  expect(await asked({ Cookie: 'other=1', 'Sec-Fetch-Mode': 'no-cors' })).toContain('Basic')
  expect(await asked({ Cookie: 'tenpoint_session=expired' })).toBeUndefined()
  expect(await asked({ 'Sec-Fetch-Mode': 'navigate' })).toBeUndefined()
  expect(await asked({ 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Site': 'same-origin' })).toBeUndefined()
})
