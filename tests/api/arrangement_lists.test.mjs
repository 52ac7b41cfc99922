// SPDX-License-Identifier: Apache-2.0
// Lists of actions and agreements by what people ask of them, and the pack for the next chair.
import { beforeAll, expect, it } from 'vitest'
import { everybody } from './client.mjs'
import { unzip } from './zip.mjs'

let clients
let world
let number = 0
const unique = (word) => `lists-${word}-${++number}`
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function made(plural, body) {
  const answer = await clients.coordinator.post(`/api/${plural}`, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const place = () => made('places', { code: unique('PLACE'), name: { en: 'A place' }, kind: 'site' })
const arrangement = (more) =>
  made('arrangements', {
    code: unique('arrangement'),
    title: { en: unique('Arrangement') },
    level: 'national',
    form: 'task_force',
    status: 'active',
    ...more,
  })
const action = (more) =>
  made('actions', { arrangement: world.force.id, title: { en: unique('Action') }, status: 'planned', ...more })
const agreement = (more) =>
  made('agreements', { arrangement: world.force.id, title: { en: unique('Agreement') }, parties: [], ...more })

beforeAll(async () => {
  clients = await everybody()
  world = {}
  world.force = await arrangement()
  world.group = await arrangement({ parent: world.force.id })
  world.north = await place()
  world.south = await place()
  world.east = await place()
  world.a = await action({ places: [world.north.id, world.east.id], points: ['registration'] })
  world.b = await action({ places: [world.south.id], points: ['referral', 'shelter'] })
  world.c = await action({ arrangement: world.group.id, points: ['shelter'] })
})

async function list(plural, query) {
  const answer = await clients.reader.get(`/api/${plural}?${new URLSearchParams({ limit: 500, ...query })}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.json.items.map(({ id }) => id)
}
const ids = (...records) => records.map(({ id }) => id)

it('Actions are those at one of several places', async () => {
  const { north, south, east, a, b } = world
  expect(await list('actions', { places: north.id })).toEqual(ids(a))
  expect(await list('actions', { places: `${south.id},${east.id}` })).toEqual(ids(a, b))
})

it('Actions are those that serve one of several points', async () => {
  const { force, a, b, c } = world
  const of = { within: force.id }
  expect(await list('actions', { ...of, points: 'shelter' })).toEqual(ids(b, c))
  expect(await list('actions', { ...of, points: 'registration,referral' })).toEqual(ids(a, b))
})

it('Actions are those of an arrangement with its groups', async () => {
  const { force, group, a, b, c } = world
  expect(await list('actions', { within: force.id })).toEqual(ids(a, b, c))
  expect(await list('actions', { within: group.id })).toEqual(ids(c))
  expect(await list('actions', { arrangement: force.id })).toEqual(ids(a, b))
  expect(await list('actions', { within: force.id, status: 'done' })).toEqual([])
})

it('Such a list comes page by page, with its total, and whole as a file', async () => {
  const { force, a, b, c } = world
  const seen = []
  let after = ''
  do {
    const { json } = await clients.reader.get(`/api/actions?within=${force.id}&limit=2&after=${after}`)
    expect(json.total).toBe(3)
    seen.push(...json.items.map(({ id }) => id))
    after = json.next
  } while (after)
  expect(seen).toEqual(ids(a, b, c))
  const file = await clients.reader.get(`/api/actions?within=${force.id}&format=csv`)
  for (const { title } of [a, b, c]) expect(file.text).toContain(title.en)
  expect(file.text.trim().split('\n').length).toBe(4) // with their header
})

it('Such a file is for people, in their language: labels and names instead of ids and codes', async () => {
  const north = await made('places', { code: unique('PLACE'), name: { en: 'The north', ar: 'الشمال' }, kind: 'site' })
  const name = unique('Lead')
  const lead = await made('partners', { name, names: { en: name, ar: `قيادة ${name}` }, kind: 'ngo' })
  const of = await arrangement({ title: { en: unique('Forum'), ar: 'المنتدى' } })
  await action({ arrangement: of.id, title: { en: 'Count', ar: 'العد' }, places: [north.id], points: ['shelter', 'data'], lead: lead.id, due: '2026-Q3' })
  const adopted = await clients.coordinator.post(`/api/arrangements/${of.id}/adopt`, { on: '2026-05-04' })
  expect(adopted.status, adopted.text).toBe(200)
  const file = (format, lang) => clients.reader.get(`/api/actions?arrangement=${of.id}&labelled=true&format=${format}&lang=${lang}`)

  const [head, row, ...more] = (await file('csv', 'en')).text.trim().split('\r\n')
  expect(more).toEqual([])
  expect(head).toMatch(/^Arrangement,.*,Points and sectors served,.*As adopted,Owner,Who may read it,/)
  expect(row).toContain(`${of.title.en},,Count,`)
  for (const told of [name, 'The north', '2026-Q3', '2026-05-04']) expect(row).toContain(told)
  expect(row).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(row).not.toMatch(/[{}_]/)

  const arabic = (await file('csv', 'ar')).text
  for (const told of ['المنتدى', 'العد', 'الشمال', `قيادة ${name}`]) expect(arabic).toContain(told)
  const parts = unzip((await file('xlsx', 'ar')).bytes)
  const texts = Object.values(parts).join('')
  for (const told of ['المنتدى', 'العد', 'الشمال', `قيادة ${name}`]) expect(texts).toContain(told)
  expect(texts).toContain('rightToLeft="1"')
  expect(unzip((await file('xlsx', 'en')).bytes)['xl/workbook.xml']).toContain('name="Actions"')

  expect((await clients.reader.get(`/api/actions?arrangement=${of.id}&format=csv`)).text).toContain(lead.id)
  expect((await file('csv', 'de')).status).toBe(400)
})

it('Of what a reader may not read, such a file has the id', async () => {
  const hidden = await arrangement({ visibility: 'confidential' })
  const shown = await action({ arrangement: hidden.id, visibility: 'public', title: { en: unique('Shown') } })
  const { text } = await clients.reader.get(`/api/actions?arrangement=${hidden.id}&labelled=true&format=csv&lang=en`)
  expect(text).toContain(shown.title.en)
  expect(text).toContain(hidden.id)
  expect(text).not.toContain(hidden.title.en)
})

it('What is asked wrongly is refused', async () => {
  for (const query of ['places=none', 'points=sunshine', 'places=', 'points=', 'within=none', 'within=', 'after=-1&within=' + world.force.id])
    expect([query, (await clients.reader.get(`/api/actions?${query}`)).status]).toEqual([query, 400])
  const nowhere = '01890a5d-ac96-774b-bcce-b302099a8057'
  expect((await clients.reader.get(`/api/actions?within=${nowhere}`)).status).toBe(404)
})

it('Agreements that expire are listed from the day of their notice on', async () => {
  const soon = await agreement({ expires: inDays(30), notice_days: 60 })
  const later = await agreement({ expires: inDays(90), notice_days: 60 })
  const over = await agreement({ expires: inDays(-2) })
  const expiring = await list('agreements', { expiring: 'true', arrangement: world.force.id })
  expect(expiring.sort()).toEqual(ids(soon, over).sort())
  const all = await list('agreements', { expiring: 'false', arrangement: world.force.id })
  expect(all).toEqual(ids(soon, later, over))
  const { text } = await clients.reader.get(`/api/actions.ics?arrangement=${world.force.id}&lang=en`)
  expect(text).toContain(`SUMMARY:Agreement expires: ${later.title.en}`)
  expect(text).toContain(`DUE;VALUE=DATE:${later.expires.replaceAll('-', '')}`)
  expect(text).toContain(`DTSTART;VALUE=DATE:${inDays(30).replaceAll('-', '')}`)
})

it('The pack for the next chair is a PDF in the language asked for', async () => {
  const answer = await clients.reader.get(`/api/arrangements/${world.force.id}/hand_over?lang=ar`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-language')).toBe('ar')
  expect(answer.headers.get('content-disposition')).toContain(`${world.force.code}-ar.pdf`)
  expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const hidden = await arrangement({ visibility: 'confidential' })
  expect((await clients.reader.get(`/api/arrangements/${hidden.id}/hand_over`)).status).toBe(404)
  expect((await clients.anonymous.get(`/api/arrangements/${world.force.id}/hand_over`)).status).toBe(401)
})
