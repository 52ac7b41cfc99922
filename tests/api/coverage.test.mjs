// SPDX-License-Identifier: Apache-2.0
// Where nobody does anything, where two do the same, who does what where, and whom they reached.
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'

let clients
let world
let number = 0
const unique = (word) => `${word} ${++number} of coverage`

async function made(plural, body, client = clients.coordinator) {
  const answer = await client.post(`/api/${plural}`, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const own = async (client) => (await client.get('/api/session')).json.partner.id

// A port where two partners run a clinic each, and nobody looks after shelter.
async function port() {
  const place = await made('places', { code: unique('PORT'), name: { en: 'Port', es: 'Puerto' }, kind: 'border' })
  const [agency, ngo] = [await made('partners', { name: unique('Agency'), kind: 'un_agency' }), await made('partners', { name: unique('NGO'), kind: 'ngo' })]
  const elsewhere = await made('places', { code: unique('ELSEWHERE'), name: { en: 'Elsewhere' }, kind: 'border' })
  for (const partner of [agency.id, ngo.id]) await made('presences', { partner, place: elsewhere.id })
  const force = await made('arrangements', {
    code: unique('force'),
    title: { en: 'Task force' },
    level: 'national',
    form: 'task_force',
    status: 'active',
    places: [place.id],
  })
  const clinic = (lead, title) => ({ arrangement: force.id, title: { en: title }, lead, points: ['health'], status: 'under_way', begins: '2026-02' })
  await made('actions', clinic(agency.id, 'Clinic by day'))
  await made('actions', clinic(ngo.id, 'Clinic by night'))
  await made('needs', { place: place.id, theme: 'shelter', count: 300, since: '2026-03' })
  return { place, agency, ngo, force, clinic }
}

beforeAll(async () => {
  clients = await everybody()
  world = await port()
})

const concerns = async (query = '', client = clients.coordinator) =>
  (await client.get(`/api/concerns?on=2026-06-15&place=${world.place.id}${query}`)).json
const found = (items, sort) => items.filter(({ concern }) => concern === sort)

describe('gaps and overlaps', () => {
  it('are told with their reasons and since when', async () => {
    const { items, months } = await concerns()
    const [overlap] = found(items, 'overlap')
    expect(overlap.partners.sort()).toEqual([world.agency.id, world.ngo.id].sort())
    expect(overlap.since).toBe('2026-02')
    expect(overlap.reasons.flatMap(({ works }) => works.map(({ title }) => title)).sort()).toEqual(['Clinic by day', 'Clinic by night'])
    const [need] = found(items, 'need_without_action')
    expect(need).toMatchObject({ theme: 'shelter', since: '2026-03', longer: false, dismissal: null })
    expect(need.reasons[0].text).toContain('300')
    expect(found(items, 'action_without_capacity')).toHaveLength(2)
    expect(months.at(-1)).toEqual({ month: '2026-06', need_without_action: 1, action_without_capacity: 2, mandate_without_presence: 0, overlap: 1 })
    expect(months.find(({ month }) => month === '2026-01').overlap).toBe(0)
  })

  it('are told in the language that is asked for', async () => {
    const { items } = await concerns('&lang=es&concern=need_without_action')
    expect(items[0].reasons[0].text).toContain('300 personas')
  })

  it('are those that are asked for', async () => {
    expect((await concerns('&concern=overlap')).total).toBe(1)
    expect((await concerns('&theme=shelter')).total).toBe(1)
    expect((await concerns('&phase=solutions')).total).toBe(0)
    expect((await concerns(`&partner=${world.ngo.id}`)).total).toBe(2)
    expect((await clients.coordinator.get('/api/concerns?concern=anything')).status).toBe(400)
  })

  it('are dismissed with a note, until a day, and taken back', async () => {
    const body = { concern: 'need_without_action', place: world.place.id, theme: 'shelter', note: 'Hotels are open.', until: '2026-06-20' }
    const dismissal = await made('dismissals', body)
    const standing = await concerns('&state=standing&concern=need_without_action')
    expect(standing.total).toBe(0)
    const dismissed = await concerns('&state=dismissed')
    expect(dismissed.items.map(({ dismissal: id }) => id)).toEqual([dismissal.id])
    const later = await clients.coordinator.get(`/api/concerns?on=2026-06-21&place=${world.place.id}&state=standing&theme=shelter`)
    expect(later.json.total).toBe(1)
    const history = await clients.coordinator.get(`/api/dismissals/${dismissal.id}/history`)
    expect(history.json.items).toHaveLength(1)
    await clients.coordinator.remove(`/api/dismissals/${dismissal.id}`, dismissal.version)
    expect((await concerns('&state=standing&concern=need_without_action')).total).toBe(1)
  })

  it('are not dismissed without saying why, nor by a reader', async () => {
    const body = { concern: 'overlap', place: world.place.id, theme: 'health' }
    expect((await clients.coordinator.post('/api/dismissals', body)).status).toBe(422)
    expect((await clients.reader.post('/api/dismissals', { ...body, note: 'No.' })).status).toBe(403)
    expect((await clients.anonymous.get('/api/concerns')).status).toBe(401)
  })

  it('give nothing away of what a reader may not read', async () => {
    const secret = await made('actions', { ...world.clinic(world.agency.id, 'In secret'), points: ['nutrition'], visibility: 'confidential' })
    await made('actions', { ...world.clinic(world.ngo.id, 'Openly'), points: ['nutrition'] })
    const told = async (client) => found((await concerns('&theme=nutrition', client)).items, 'overlap').length
    expect(await told(clients.coordinator)).toBe(1)
    expect(await told(clients.reader)).toBe((await clients.reader.get(`/api/actions/${secret.id}`)).status === 200 ? 1 : 0)
    const other = await clients.other_officer.get(`/api/concerns?on=2026-06-15&place=${world.place.id}&theme=nutrition`)
    expect(other.text).not.toContain(secret.id)
    expect(found(other.json.items, 'overlap')).toHaveLength(0)
    expect(other.json.months.at(-1).overlap).toBe(0)
  })

  it('are dismissed for no more than may read what they rest on', async () => {
    await made('actions', { ...world.clinic(world.agency.id, 'In confidence'), points: ['education'], visibility: 'confidential' })
    await made('actions', { ...world.clinic(world.ngo.id, 'In the open'), points: ['education'] })
    const [overlap] = found((await concerns('&theme=education')).items, 'overlap')
    expect(overlap.visibility).toBe('confidential')
    const body = { concern: 'overlap', place: world.place.id, theme: 'education', partners: overlap.partners, note: 'They take turns.' }
    const wider = await clients.coordinator.post('/api/dismissals', body)
    expect(wider.status, wider.text).toBe(422)
    expect(wider.json.fields).toMatchObject([{ pointer: '/visibility', code: 'wider_than_concern' }])
    const dismissal = await made('dismissals', { ...body, visibility: overlap.visibility })
    expect((await clients.other_officer.get(`/api/dismissals/${dismissal.id}`)).status).toBe(404)
    const widened = await clients.coordinator.patch(`/api/dismissals/${dismissal.id}`, dismissal.version, { visibility: 'partners' })
    expect(widened.status).toBe(422)
    const [need] = found((await concerns('&theme=shelter')).items, 'need_without_action')
    expect(need.visibility).toBe('partners')
  })

  it.each([
    ['csv', 'concern,place,place_code'],
    ['hxl', '#issue+type,#loc+name'],
  ])('are taken away as %s', async (format, words) => {
    const answer = await clients.coordinator.get(`/api/concerns?on=2026-06-15&place=${world.place.id}&format=${format}`)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain('Clinic by day')
  })
})

describe('who does what where', () => {
  const asked = (rest = '') => `from=2026-06-01&to=2026-06-30&place=${world.place.id}${rest}`

  it('is a row for each partner, place and theme', async () => {
    const { items } = (await clients.coordinator.get(`/api/who_does_what?${asked('&theme=health')}`)).json
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({ place: world.place.id, theme: 'health', present: false, under_way: 1 })
  })

  it('is a matrix of partners against places, and against points and sectors', async () => {
    const by = async (side) => (await clients.coordinator.get(`/api/who_does_what/matrix?by=${side}&${asked()}`)).json
    const places = await by('place')
    expect(places.columns).toEqual([world.place.id])
    expect(places.rows.map(({ partner }) => partner).sort()).toEqual([world.agency.id, world.ngo.id].sort())
    expect((await by('theme')).columns).toContain('health')
    expect((await by('place&level=country')).columns).toEqual([world.place.id])
    expect((await clients.coordinator.get('/api/who_does_what/matrix?level=village')).status).toBe(400)
  })

  it('is the list of what a cell of the matrix counts', async () => {
    const cell = async (query) => (await clients.coordinator.get(`/api/who_does_what?${asked()}&${query}`)).json.items
    const row = `row=${world.ngo.id}`
    const there = await cell(`${row}&column=${world.place.id}`)
    expect(there.flatMap(({ works }) => works.map(({ title }) => title))).toContain('Clinic by night')
    for (const doing of there) expect(doing).toMatchObject({ partner: world.ngo.id, place: world.place.id })
    expect(await cell(`${row}&column=${world.place.id}&level=country`)).toEqual(there)
    const health = await cell(`${row}&column=health&by=theme`)
    expect(health.length).toBeGreaterThan(0)
    expect(health).toEqual(there.filter(({ theme }) => theme === 'health'))
    expect(await cell(`${row}&column=cooperation&by=theme`)).toEqual([])
    expect((await clients.coordinator.get(`/api/who_does_what?${row}`)).status).toBe(400)
  })

  it('is taken away as a workbook and as HXL', async () => {
    const matrix = `/api/who_does_what/matrix?by=theme&${asked()}`
    const workbook = await clients.coordinator.get(`${matrix}&format=xlsx`)
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK')
    const hxl = await clients.coordinator.get(`${matrix}&format=hxl`)
    expect(hxl.text.split('\n')[1]).toContain('#org+name,#status+directory,#activity+ongoing+num')
    const list = await clients.coordinator.get(`/api/who_does_what?${asked()}&format=hxl`)
    expect(list.text).toContain('#org+name,#status+directory,#loc+name')
  })

  it('has organisations that the directory does not know beside the partners', async () => {
    const organisation = unique('Newcomers’ Aid')
    const place = await made('places', { code: unique('CAMP'), name: { en: 'Camp' }, kind: 'site' })
    const report = { organisation, admin1_code: place.code, theme: 'health', sector: 'Health', period: '2026-06', beneficiaries: 5 }
    await made('activity_reports', report)
    const days = `from=2026-06-01&to=2026-06-30&place=${place.id}`
    const matrix = async () => (await clients.coordinator.get(`/api/who_does_what/matrix?${days}`)).json
    const { rows, beside_directory } = await matrix()
    expect(rows).toMatchObject([{ partner: null, organisation, cells: [{ column: place.id, under_way: 1 }] }])
    expect(beside_directory).toEqual({ reports: 1, organisations: [organisation] })
    const cell = `${days}&organisation=${encodeURIComponent(organisation)}&column=${place.id}`
    const { items } = (await clients.coordinator.get(`/api/who_does_what?${cell}`)).json
    expect(items).toMatchObject([{ partner: null, organisation, works: [{ title: 'Health' }] }])
    const csv = await clients.coordinator.get(`/api/who_does_what?${days}&format=csv`)
    expect(csv.text).toContain(`${organisation},no,`)
    const both = await clients.coordinator.get(`/api/who_does_what?partner=${world.ngo.id}&organisation=X`)
    expect(both.json.fields).toMatchObject([{ code: 'partner_or_organisation' }])

    await made('activity_reports', { ...report, organisation: `${organisation} too` })
    const overlaps = (await clients.coordinator.get(`/api/concerns?on=2026-06-15&place=${place.id}&concern=overlap`)).json.items
    expect(overlaps).toMatchObject([{ partners: [], organisations: [organisation, `${organisation} too`] }])

    const { id } = await made('partners', { name: organisation, kind: 'other' })
    const known = await matrix()
    expect(known.rows).toContainEqual(expect.objectContaining({ partner: id, organisation: null }))
    expect(known.beside_directory.organisations).toEqual([`${organisation} too`])
  })

  it('does not end before it begins', async () => {
    expect((await clients.coordinator.get('/api/who_does_what?from=2026-06-02&to=2026-06-01')).status).toBe(400)
  })
})

describe('people reached', () => {
  it('are new ones by sector and place, and across sectors by three methods', async () => {
    const partner = await own(clients.coordinator)
    const admin1 = unique('Lac')
    const report = (theme, period, beneficiaries, more) =>
      made('activity_reports', { country: 'ZWE', admin1, organisation: 'An agency', partner, theme, sector: theme, period, beneficiaries, ...more })
    await report('health', '2026-01', 500, { new_beneficiaries: 100, women: 60, men: 40 })
    await report('health', '2026-02', 500, { new_beneficiaries: 10, women: 10 })
    await report('food_security', '2026-01', 90, { new_beneficiaries: 90, women: 20, men: 70 })
    await report('protection', '2026-01', 30, { new_beneficiaries: 30 })
    const { sectors, all } = (await clients.coordinator.get('/api/reach?country=ZWE&group=health,food_security')).json
    const health = sectors.find(({ sector }) => sector === 'health')
    expect(health).toMatchObject({ place: admin1, new: 110 })
    expect(health.months).toEqual([{ month: '2026-01', total: 500 }, { month: '2026-02', total: 500 }])
    expect(all.sum.people).toBe(230)
    expect(all.highest.people).toBe(70 + 70)
    expect(all.grouped.people).toBe(70 + 70 + 30)
    const csv = await clients.coordinator.get('/api/reach?country=ZWE&format=csv')
    expect(csv.text).toContain(`sector,ZWE,${admin1},health,,,110,`)
    expect(csv.text).toContain(`sector_month,ZWE,${admin1},health,2026-02,500,`)
    expect(csv.text).toContain(`place,ZWE,${admin1},,,,,,230,140,230,`)
    const hxl = await clients.coordinator.get('/api/reach?country=ZWE&group=health,food_security&format=hxl')
    expect(hxl.text).toContain('#reached+est+sum,#reached+est+highest,#reached+est+grouped,#sector+group')
    expect(hxl.text).toContain('all,,,,,,,,230,140,170,food_security; health')
    expect(hxl.text).toContain('by_age,,,,,,,women,90,70,')
  })

  it('are refused for what is no country and no sector', async () => {
    for (const [query, code] of [
      ['country=Bolivia', 'not_a_country'],
      ['group=foo', 'not_a_choice'],
      ['group=Health', 'not_a_choice'],
    ]) {
      const { status, json } = await clients.coordinator.get(`/api/reach?${query}`)
      expect([status, json.fields?.[0]?.code]).toEqual([400, code])
    }
    expect((await clients.coordinator.get('/api/reach?group=health')).status).toBe(200)
  })

  it('have no total where reports give none', async () => {
    const report = { country: 'MUS', admin1: unique('South'), organisation: 'An agency', theme: 'health', period: '2026-01', new_beneficiaries: 40 }
    await made('activity_reports', report)
    expect((await clients.coordinator.get('/api/reach?country=MUS')).json.sectors).toMatchObject([{ new: 40, months: [] }])
  })

  it('open to the reports behind them', async () => {
    const [coded, named, rural] = [unique('COD'), unique('Área'), unique('Rural')]
    const report = (more) =>
      made('activity_reports', { country: 'NAM', organisation: 'An agency', period: '2026-01', sector: 'Deuil', new_beneficiaries: 5, ...more })
    const both = [
      (await report({ admin1: named, admin1_code: coded })).id,
      (await report({ admin1: named.toUpperCase(), sector: 'DEUIL' })).id,
    ]
    const other = (await report({ admin1: rural, theme: 'health', sector: 'health', period: '2026-02' })).id
    await report({ admin1: rural, new_beneficiaries: null })
    const behind = async (query) => {
      const { items } = (await clients.coordinator.get(`/api/activity_reports?country=NAM&${query}`)).json
      return items.map(({ id }) => id)
    }
    const { sectors } = (await clients.coordinator.get('/api/reach?country=NAM')).json
    const row = sectors.find(({ place }) => place === coded)
    expect(row).toMatchObject({ new: 10 })
    expect(await behind(`reach_area=${encodeURIComponent(coded)}&reach_sector=${row.sector}`)).toEqual(both)
    expect(await behind(`reach_area=${encodeURIComponent(rural)}&reach_sector=health`)).toEqual([other])
    expect(await behind(`reach_area=${encodeURIComponent(rural)}&reach_sector=health&reach_to=2026-01-31`)).toEqual([])
    expect(await behind('reach_area=NAM&reach_sector=health')).toEqual([])
    const nowhere = (await report({ country: null, admin1: rural, theme: 'health', sector: 'health' })).id
    const without = (await clients.coordinator.get(`/api/activity_reports?reach_area=${encodeURIComponent(rural)}&reach_sector=health`)).json
    expect(without.items.map(({ id }) => id)).toEqual([nowhere])
    const neither = (await report({ country: null, theme: 'health', sector: 'health' })).id
    const anywhere = (await clients.coordinator.get('/api/activity_reports?reach_area=-&reach_sector=health&limit=200')).json.items.map(({ id }) => id)
    expect(anywhere).toContain(neither)
    expect(anywhere).not.toContain(nowhere)
    expect(anywhere).not.toContain(other)
    expect((await clients.coordinator.get('/api/activity_reports?reach_from=soon')).status).toBe(400)
  })

  it('say when there were reports before', async () => {
    await made('activity_reports', { country: 'LSO', admin1: unique('South'), organisation: 'An agency', theme: 'health', period: '2025-05', new_beneficiaries: 5 })
    const last = async (query) => (await clients.coordinator.get(`/api/reach?country=LSO${query}`)).json.last_reports
    expect(await last('&from=2026-01-01')).toBe('2025-05')
    expect(await last('&from=2025-05-01')).toBe(null)
    expect(await last('')).toBe(null)
  })

  it('are not nought where reports say only how many there were', async () => {
    const report = { country: 'BWA', admin1: unique('North'), organisation: 'An agency', theme: 'health', period: '2026-01', beneficiaries: 500 }
    await made('activity_reports', report)
    const { sectors, reports, without_new } = (await clients.coordinator.get('/api/reach?country=BWA')).json
    expect(sectors).toMatchObject([{ country: 'BWA', place: report.admin1, new: null }])
    expect([reports, without_new]).toEqual([1, 1])
  })
})
