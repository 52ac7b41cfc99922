// SPDX-License-Identifier: Apache-2.0
// A small world, and for each operation of the API a request that somebody who may makes in it.
import { inject } from 'vitest'
import { Client } from './client.mjs'
import { codeFor, readBegun } from './fake_provider.mjs'
import { codeOf } from './totp.mjs'

let count = 0
const unique = (word) => `${word}_${++count}`
const yearOfItsOwn = () => {
  const year = 1950 + (++count % 200)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

const bodies = {
  partners: () => ({ name: unique('Partner'), kind: 'ngo', country: 'PAN' }),
  places: () => ({ code: unique('PLACE'), name: { en: 'A place' }, kind: 'border' }),
  users: (world) => ({
    name: unique('somebody'),
    partner: world.partner,
    role: 'reader',
    password: inject('password'),
  }),
  sources: () => ({ name: unique('source'), title: { en: 'A source' } }),
  corridors: (world) => ({
    code: unique('corridor'),
    name: { en: 'A corridor' },
    places: [world.place.id],
    indicators: ['crossing'],
  }),
  rules: () => ({ method: 'highest', reason: 'Two counts of the same people.' }),
  rulings: (world) => ({
    place: world.place.id,
    indicator: 'crossing',
    ...yearOfItsOwn(),
    source: world.source.id,
    reason: 'They count at night too.',
  }),
  presences: (world) => ({
    partner: world.partner,
    place: world.place.id,
    since: '2008-05',
    services: ['reception'],
    capacity: 40,
    capacity_unit: 'beds',
  }),
  contacts: (world) => ({
    partner: world.partner,
    position: 'Head of office',
    email: 'office@example.org',
    level: 'working',
    themes: ['referral'],
  }),
  arrangements: (world) => ({
    code: unique('arrangement'),
    title: { en: 'A task force' },
    level: 'national',
    form: 'task_force',
    status: 'active',
    places: [world.place.id],
    begins: '2007',
    chair_months: 12,
    chair_begins: '2008-01-01',
  }),
  agreements: (world) => ({
    arrangement: world.arrangement.id,
    title: { en: 'A memorandum' },
    parties: [world.partner],
    signed_on: '2007',
    expires: '2030-12-31',
  }),
  memberships: (world) => ({
    arrangement: world.arrangement.id,
    partner: world.partner,
    role: 'member',
    since: new Date(Date.UTC(1950, 0, ++count)).toISOString().slice(0, 10), // once from one day on
    chair_order: 1,
  }),
  actions: (world) => ({
    arrangement: world.arrangement.id,
    title: { en: unique('An action') },
    points: ['registration'],
    lead: world.partner,
    status: 'under_way',
    due: '2009-Q1',
    target: 400,
  }),
  reviews: (world) => ({
    arrangement: world.arrangement.id,
    finding: 'lesson',
    text: { en: 'Meet every month.' },
  }),
  submissions: (world) => ({
    arrangement: world.arrangement.id,
    to: world.counterpart.id,
    title: { en: unique('Proposals') },
    submitted_on: '2008-06',
  }),
  documents: (world) => ({
    arrangement: world.arrangement.id,
    title: { en: 'Terms of reference' },
    type: 'terms_of_reference',
    language: 'en',
  }),
  needs: (world) => ({ place: world.place.id, theme: 'shelter', people: 'refugees', count: 300, since: '2024' }),
  dismissals: (world) => ({
    concern: 'overlap',
    place: world.place.id,
    theme: 'health',
    partners: [world.partner],
    note: 'They take turns.',
  }),
  plan_indicators: () => ({
    sector: 'health',
    name: unique('People who were seen by a doctor'),
    type: 'direct_assistance',
  }),
  activity_reports: (world) => ({
    country: 'TCD',
    admin1: 'Lac',
    organisation: 'IOM',
    partner: world.partner,
    period: '2024-05',
    sector: 'Health',
    theme: 'health',
    beneficiaries: 120,
    new_beneficiaries: 30,
  }),
}
const changes = {
  partners: { website: 'https://example.org' },
  places: { kind: 'site' },
  users: { disabled: true },
  sources: { licence: 'CC BY 4.0' },
  corridors: { name: { en: 'Another name' } },
  rules: { reason: 'Looked at again.' },
  rulings: { withdrawn: true, withdrawn_reason: 'A mistake.' },
  presences: { until: '2024-06' },
  contacts: { confirmed: '2024-06-30' },
  arrangements: { status: 'dormant' },
  agreements: { notice_days: 90 },
  memberships: { votes: true },
  actions: { progress: 60, reached: 240 },
  reviews: { dated: '2008' },
  submissions: { answer: { en: 'It is taken up.' }, answered_on: '2008-07-01' },
  documents: { reference: 'Annex 4' },
  needs: { until: '2024-06' },
  dismissals: { until: '2030-12-31' },
  plan_indicators: { type: 'other' },
  activity_reports: { new_beneficiaries: 40 },
}

const csv = 'Month,Nationality,People\n2024-01,Venezuela,1200\n2024-02,Haiti,many\n'

const areas = 'Location,Admin Level,P-Code,Name,Parent P-Code\nCPV,1,CV90,An island,CPV\n'

async function must(answer, status) {
  const given = await answer
  if (given.status !== status) throw new Error(`${given.status} instead of ${status}: ${given.text}`)
  return given.json
}

async function make(world, plural) {
  const { client } = world
  return must(client.post(`/api/${plural}`, bodies[plural](world)), 201)
}

// Somebody of its own, signed in, whose account may be done to as one likes.
async function person(world) {
  const { name } = await make(world, 'users')
  return { name, client: await Client.as(name) }
}

// Somebody for whom the provider vouches, back from there.
async function returned(world) {
  const email = `${unique('somebody')}@example.org`
  const user = { ...bodies.users(world), email, openid_allowed: true }
  await must(world.client.post('/api/users', user), 201)
  const answer = await new Client().post('/api/session/openid')
  const begun = readBegun(answer)
  const code = codeFor(begun, { claims: { sub: email, email, email_verified: true } })
  return { user, headers: { Cookie: begun.cookie }, body: { state: begun.state, code } }
}

// The same with a second factor, for which the program waits.
async function vouchedFor(world) {
  const { user, headers, body } = await returned(world)
  const client = await Client.as(user.name)
  const { secret } = await must(client.post('/api/account/second_factor', ownPassword()), 200)
  await must(client.post('/api/account/second_factor/confirm', { code: codeOf(secret) }), 200)
  const answer = await new Client().post('/api/session/openid/finish', body, headers)
  const cookie = answer.headers.get('set-cookie').split(';')[0]
  return { headers: { Cookie: cookie }, body: { code: codeOf(secret, 1) } }
}

// The token of the link that a contact was sent, and the version of the entry that it opens.
async function linked(world) {
  const { id, version } = await make(world, 'contacts')
  const seen = { 'If-Match': `"${version}"` }
  const { address } = await must(world.client.post(`/api/contacts/${id}/link`, { language: 'en' }, seen), 201)
  return { token: address.split('#')[1], version: version + 1 }
}

// A file of its own each time, so that none is recognised as another's.
async function keep(world) {
  const text = `${csv}2024-03,Haiti,${++count}\n`
  const kept = await must(world.client.upload(unique('file') + '.csv', text), 201)
  const mapping = { ...kept.mapping, set: { indicator: 'crossing', place: world.place.code } }
  return { file: kept.file, source: world.source.id, mapping }
}

// Without its file or its country it asks for a short list still, and not for all of the program's.
async function keepAreas(world) {
  const { file } = await must(world.client.upload(unique('areas') + '.csv', areas, '/api/place_lists'), 201)
  return { file, country: 'CPV', take_over: true }
}

async function read(world) {
  const { job } = await must(world.client.post('/api/batches', await keep(world)), 202)
  for (;;) {
    const { state, batch, problem } = await must(world.client.get(`/api/jobs/${job}`), 200)
    if (state === 'failed') throw new Error(JSON.stringify(problem))
    if (state === 'done') return { job, batch }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function makeWorld(client) {
  const world = { client }
  world.partner = (await client.get('/api/session')).json.partner.id
  world.place = await make(world, 'places')
  world.source = await make(world, 'sources')
  world.corridor = await make(world, 'corridors')
  world.arrangement = await make(world, 'arrangements')
  world.counterpart = await make(world, 'arrangements')
  await make(world, 'memberships')
  await make(world, 'actions')
  Object.assign(world, await read(world))
  await must(client.post(`/api/batches/${world.batch}/accept`), 200)
  world.file = (await keep(world)).file
  world.period = { place: world.place.id, from: '2024-01-01', to: '2024-12-31' }
  world.sheet = await must(client.post('/api/sheets', world.period), 201)
  world.person = await person(world)
  return world
}

const figure = ({ place }) => ({ indicator: 'crossing', place: place.code, period: '2024-01' })

const another = () => ({ code: unique('arrangement'), title: { en: 'Another one' } })

const credentials = (name) => ({ name, password: inject('password') })
const ownPassword = () => ({ password: inject('password') })
const token = () => ({ name: unique('token'), scope: 'read', days: 1 })

// By operation: the request as {query, body, version, id, the client that is not the world's}.
const special = {
  sign_in: async (world) => ({ body: credentials((await make(world, 'users')).name) }),
  begin_openid: () => ({ client: new Client(), body: { return_to: '/figures' } }),
  finish_openid: async (world) => ({ client: new Client(), ...(await returned(world)) }),
  confirm_openid: async (world) => ({ client: new Client(), ...(await vouchedFor(world)) }),
  sign_out: async (world) => ({ client: (await person(world)).client }),
  sign_out_everywhere: async (world) => ({ client: (await person(world)).client }),
  change_password: async (world) => ({
    client: (await person(world)).client,
    body: { current: inject('password'), password: 'another long one' },
  }),
  make_token: ({ person }) => ({ client: person.client, body: token() }),
  drop_token: async ({ person }) => {
    const { id } = await must(person.client.post('/api/account/tokens', token()), 201)
    return { client: person.client, id }
  },
  begin_second_factor: async (world) => ({ client: (await person(world)).client, body: ownPassword() }),
  confirm_second_factor: async (world) => {
    const { client } = await person(world)
    const { secret } = await must(client.post('/api/account/second_factor', ownPassword()), 200)
    return { client, body: { code: codeOf(secret) } }
  },
  remove_own_second_factor: async (world) => ({ client: (await person(world)).client, body: ownPassword() }),
  erase_user: async (world) => {
    const { id, version } = await make(world, 'users')
    return { id, version }
  },
  erase_contact: async (world) => {
    const { id, version } = await make(world, 'contacts')
    return { id, version }
  },
  make_contact_link: async (world) => {
    const { id, version } = await make(world, 'contacts')
    return { id, version, body: { language: 'fr' } }
  },
  open_own_entry: async (world) => ({ client: new Client(), body: { token: (await linked(world)).token } }),
  confirm_own_entry: async (world) => {
    const { token, version } = await linked(world)
    const body = { token, position: 'Head of office', themes: [], languages: ['ar'], left: false }
    return { client: new Client(), version, body }
  },
  merge_partner: async (world) => {
    const { id } = await make(world, 'partners')
    return { id, body: { into: (await make(world, 'partners')).id } }
  },
  get_hand_over: (world) => ({ id: world.arrangement.id, query: { lang: 'ar' } }),
  get_chair: (world) => ({ id: world.arrangement.id, query: { on: '2024-02-29' } }),
  replicate_arrangement: (world) => ({
    id: world.arrangement.id,
    body: { ...another(), places: [world.place.id], partners: [world.partner] },
  }),
  open_next_phase: async (world) => {
    const { id } = await make(world, 'arrangements') // each has one
    return { id, body: { ...another(), begins: '2010', ends: '2011' } }
  },
  adopt_actions: (world) => ({ id: world.arrangement.id, body: { on: '2008-03-01' } }),
  get_calendar: (world) => ({ query: { arrangement: world.arrangement.id, lead: world.partner, lang: 'ar' } }),
  get_place_tree: (world) => ({ query: { within: world.place.id, limit: 10 } }),
  get_place_names: (world) => ({ query: { keys: `${world.place.id},SEN,NOWHERE` } }),
  keep_place_list: () => ({ query: { name: 'areas.csv' }, file: areas }),
  compare_place_list: () => ({ query: { country: 'LUX', lang: 'fr' } }),
  add_place_list: async (world) => ({ body: await keepAreas(world) }),
  make_batch: async (world) => ({ body: await keep(world) }),
  print_sheet: (world) => ({ body: world.period }),
  keep_file: () => ({ query: { name: 'a.csv' }, file: csv }),
  recognise_file: (world) => ({ id: world.file, query: { source: world.source.id } }),
  get_job: (world) => ({ id: world.job }),
  preview_file: async (world) => {
    const { file, mapping } = await keep(world)
    return { id: file, body: { mapping } }
  },
  list_column_texts: async (world) => ({ id: (await keep(world)).file, query: { column: 1 } }),
  list_findings: (world) => ({ id: world.batch, query: { severity: 'error', limit: 10 } }),
  accept_batch: async (world) => ({ id: (await read(world)).batch, body: {} }),
  withdraw_batch: async (world) => {
    const { batch } = await read(world)
    await must(world.client.post(`/api/batches/${batch}/accept`), 200)
    return { id: batch, body: { reason: 'It was sent twice.' } }
  },
  erase_batch: async (world) => {
    const { batch } = await read(world)
    await must(world.client.post(`/api/batches/${batch}/withdraw`), 200)
    return { id: batch }
  },
  share_batch: async (world) => ({ id: (await read(world)).batch, body: { visibility: 'restricted' } }),
  get_batch_file: (world) => ({ id: world.batch }),
  get_corrections: (world) => ({ id: world.batch }),
  list_overlaps: (world) => ({ id: world.batch }),
  get_effect: (world) => ({ id: world.batch }),
  list_figures: () => ({ query: { indicator: 'crossing', by: 'place,period:month' } }),
  explain_figure: (world) => ({ query: figure(world) }),
  list_observations: async (world) => {
    const asked = `/api/figures/explanation?${new URLSearchParams(figure(world))}`
    const { contributions } = await must(world.client.get(asked), 200)
    const contribution = contributions.findIndex(({ batch }) => batch === world.batch)
    return { query: { ...figure(world), batch: world.batch, contribution } }
  },
  list_disagreements: () => ({ query: { indicator: 'crossing', unruled: true, limit: 10 } }),
  list_disputed_subjects: () => ({ query: { indicator: 'crossing' } }),
  compare_sources: ({ place }) => ({ query: { indicator: 'crossing', place: place.code } }),
  list_alerts: ({ place }) => ({ query: { place: place.code, lasting: true, from: '2024-01-01' } }),
  list_concerns: ({ place }) => ({ query: { on: '2024-06-30', place: place.id, phase: 'reception', state: 'standing', lang: 'fr' } }),
  list_doings: ({ place }) => ({ query: { from: '2024-01-01', to: '2024-12-31', place: place.id, limit: 10 } }),
  get_matrix: ({ partner }) => ({ query: { by: 'theme', partner, from: '2024-01-01' } }),
  get_reach: () => ({ query: { country: 'TCD', from: '2024-01-01', group: 'health,shelter' } }),
  get_corridor_profile: (world) => ({ id: world.corridor.id, query: { by: 'month' } }),
  preview_sheet: (world) => ({ query: { ...world.period, lang: 'ar' } }),
  get_sheet_document: (world) => ({ id: world.sheet.id, query: { format: 'html' } }),
  search: () => ({ query: { q: 'task force', kind: 'arrangements', limit: 10 } }),
  attach_file: async (world) => ({ ...(await paper(world)), query: { name: 'paper.txt' }, file: 'A paper.' }),
  get_document_file: (world) => attached(world),
  remove_file: (world) => attached(world),
  get_labels: () => ({ query: { lang: 'fr' } }),
}

const paper = async (world) => ({ id: (await make(world, 'documents')).id })
async function attached(world) {
  const { id } = await paper(world)
  const headers = { 'Content-Type': 'application/octet-stream' }
  await must(world.client.send('POST', `/api/documents/${id}/file?name=a.txt`, { body: 'A paper.', headers }), 200)
  return { id }
}

// What follows from the shape of the address alone.
async function plain(world, method, path) {
  const plural = path.split('/')[2]
  if (!path.includes('{id}')) {
    if (method === 'post') return { body: bodies[plural](world) }
    return bodies[plural] ? { query: { limit: 10, sort: '-updated_at' } } : {}
  }
  if (plural === 'batches') return { id: world.batch }
  if (plural === 'sheets') return { id: world.sheet.id }
  const { id, version } = await make(world, plural)
  if (method === 'patch') return { id, version, body: changes[plural] }
  return method === 'delete' ? { id, version } : { id }
}

export async function goodRequest(world, operationId, method, path) {
  const parts = special[operationId] ? await special[operationId](world) : await plain(world, method, path)
  return { method: method.toUpperCase(), path, query: {}, headers: {}, ...parts }
}
