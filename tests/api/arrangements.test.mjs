// SPDX-License-Identifier: Apache-2.0
// How partners cooperate: who chairs, what is set up elsewhere, what goes on, what was adopted.
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'

let clients
let coordinator
let world
let number = 0
const unique = (word) => `${word}-${++number}`
const titled = (en) => ({ code: unique('arrangements'), title: { en } })

async function made(plural, body, client = coordinator) {
  const answer = await client.post(`/api/${plural}`, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const all = async (plural, arrangement) =>
  (await coordinator.get(`/api/${plural}?arrangement=${arrangement}&sort=created_at`)).json.items
const post = (verb, body, version) =>
  coordinator.post(
    `/api/arrangements/${world.force.id}/${verb}`,
    body,
    version === undefined ? {} : { 'If-Match': `"${version}"` },
  )

beforeAll(async () => {
  clients = await everybody()
  coordinator = clients.coordinator
})

// A task force of three that take the chair in turn, with a working group and three actions.
async function taskForce() {
  const [agency, authority, network] = await Promise.all(
    ['Agency', 'Authority', 'Network'].map((name) => made('partners', { name: unique(name), kind: 'ngo' })),
  )
  const place = await made('places', { code: unique('PUNTLAND'), name: { en: 'Puntland' }, kind: 'region' })
  const force = await made('arrangements', {
    ...titled('Task force'),
    level: 'national',
    form: 'task_force',
    status: 'active',
    places: [place.id],
    begins: '2007',
    chair_months: 12,
    chair_begins: '2007-03-01',
  })
  const group = await made('arrangements', {
    ...titled('Working group'),
    level: 'national',
    form: 'working_group',
    status: 'active',
    parent: force.id,
  })
  const members = [agency, authority, network]
  for (const [order, { id }] of members.entries())
    await made('memberships', { arrangement: force.id, partner: id, role: 'member', chair_order: order + 1 })
  for (const [title, status] of Object.entries({ Train: 'done', Register: 'under_way', Build: 'dropped' }))
    await made('actions', { arrangement: force.id, title: { en: title }, status, lead: agency.id, due: '2008-06', target: 100 })
  return { agency, authority, network, place, force, group }
}

describe('An arrangement', () => {
  beforeAll(async () => {
    world = await taskForce()
  })

  it('lists what hangs on it and on nothing else', async () => {
    expect((await all('memberships', world.force.id)).map(({ chair_order }) => chair_order)).toEqual([1, 2, 3])
    expect((await all('actions', world.force.id)).map(({ title }) => title.en)).toEqual(['Train', 'Register', 'Build'])
    expect(await all('actions', world.group.id)).toEqual([])
    const groups = await coordinator.get(`/api/arrangements?parent=${world.force.id}`)
    expect(groups.json.items.map(({ id }) => id)).toEqual([world.group.id])
  })

  it('has its documents listed by their type', async () => {
    for (const type of ['plan', 'report'])
      await made('documents', { arrangement: world.force.id, title: { en: type }, type })
    const { json } = await coordinator.get(`/api/documents?arrangement=${world.force.id}&type=plan`)
    expect(json.items.map(({ title }) => title.en)).toEqual(['plan'])
  })

  it('has the documents of its agreements and reviews, and lends none to another', async () => {
    const arrangement = world.force.id
    const agreement = await made('agreements', { arrangement, title: { en: 'Memorandum' } })
    const review = await made('reviews', { arrangement, finding: 'lesson', text: { en: 'Meet monthly.' } })
    const paper = { arrangement, title: { en: 'Minutes' }, type: 'other' }
    const signed = await made('documents', { ...paper, agreement: agreement.id })
    const evidence = await made('documents', { ...paper, review: review.id })
    const ofOne = async (filter) => (await coordinator.get(`/api/documents?${filter}`)).json.items.map(({ id }) => id)
    expect(await ofOne(`agreement=${agreement.id}`)).toEqual([signed.id])
    expect(await ofOne(`review=${review.id}`)).toEqual([evidence.id])
    for (const [member, id] of [['agreement', agreement.id], ['review', review.id]]) {
      const body = { ...paper, arrangement: world.group.id, [member]: id }
      const answer = await coordinator.post('/api/documents', body)
      expect(answer.status).toBe(422)
      expect(answer.json.fields).toMatchObject([{ pointer: `/${member}`, code: 'belongs_elsewhere' }])
    }
  })

  it('may lose a review whatever others have given it, which stays without it', async () => {
    const arrangement = world.force.id
    const review = await made('reviews', { arrangement, finding: 'challenge', text: { en: 'Too few came.' } })
    const hidden = { arrangement, review: review.id, title: { en: 'Notes' }, type: 'other', visibility: 'confidential' }
    const notes = await made('documents', hidden, clients.other_officer)
    expect((await coordinator.get(`/api/documents/${notes.id}`)).status).toBe(404)
    expect((await clients.reader.remove(`/api/reviews/${review.id}`, 1)).status).toBe(403)
    expect((await clients.other_officer.get(`/api/documents/${notes.id}`)).json.review).toBe(review.id)
    expect((await coordinator.remove(`/api/reviews/${review.id}`, 1)).status).toBe(204)
    expect((await clients.other_officer.get(`/api/documents/${notes.id}`)).json).toMatchObject({ review: null, version: 2 })
  })

  it('has the part of each partner in its actions, and none of whoever is no partner of them', async () => {
    const { network, authority } = world
    const partners = [network.id, authority.id]
    const parts = { [network.id]: 'technical support', [authority.id]: ' ' }
    const action = await made('actions', { arrangement: world.group.id, title: { en: 'Map' }, status: 'planned', partners, parts })
    expect(action.parts).toEqual({ [network.id]: 'technical support' })
    const found = await coordinator.get(`/api/actions?arrangement=${world.group.id}&q=technical+support`)
    expect(found.json.items.map(({ id }) => id)).toEqual([action.id])
    const change = (body) => coordinator.patch(`/api/actions/${action.id}`, 1, body)
    for (const [body, code] of [[{ partners: [authority.id] }, 'not_among_partners'], [{ parts: { [network.id]: 'x'.repeat(301) } }, 'too_long']]) {
      const { status, json } = await change(body)
      expect([status, json.fields.map((each) => [each.pointer, each.code])]).toEqual([422, [['/parts', code]]])
    }
    expect((await change({ partners: [authority.id], parts: {} })).json).toMatchObject({ partners: [authority.id], parts: {} })
    expect((await coordinator.remove(`/api/actions/${action.id}`, 2)).status).toBe(204)
  })

  it('is put something by its counterpart, which is answered, with documents that stay without it', async () => {
    const arrangement = world.group.id
    const body = { arrangement, to: world.force.id, title: { en: 'Proposals' }, submitted_on: '2008-06' }
    const put = await made('submissions', body)
    const paper = { submission: put.id, title: { en: 'In full' }, type: 'position_paper' }
    const papers = await made('documents', { ...paper, arrangement })
    const elsewhere = await coordinator.post('/api/documents', { ...paper, arrangement: world.force.id })
    expect(elsewhere.json.fields).toMatchObject([{ pointer: '/submission', code: 'belongs_elsewhere' }])
    const answer = { answer: { en: 'They are taken up.' }, answered_on: '2008-07' }
    expect((await coordinator.patch(`/api/submissions/${put.id}`, 1, answer)).json).toMatchObject({ ...body, ...answer })
    const received = await coordinator.get(`/api/submissions?to=${world.force.id}`)
    expect(received.json.items.map(({ id }) => id)).toEqual([put.id])
    expect((await coordinator.remove(`/api/submissions/${put.id}`, 2)).status).toBe(204)
    expect((await coordinator.get(`/api/documents/${papers.id}`)).json).toMatchObject({ submission: null, arrangement })
  })

  it('is not its own parent', async () => {
    const answer = await coordinator.patch(`/api/arrangements/${world.force.id}`, 1, { parent: world.force.id })
    expect(answer.status).toBe(422)
    expect(answer.json.fields).toMatchObject([{ pointer: '/parent', code: 'refers_to_itself' }])
  })

  it('stands in no part of its own, and follows nothing that follows it', async () => {
    const [place, part] = [await made('places', { code: unique('WHOLE'), name: { en: 'Whole' }, kind: 'region' }), unique('PART')]
    const within = await made('places', { code: part, name: { en: 'Part' }, kind: 'region', parent: place.id })
    const { id, version } = (await coordinator.get(`/api/arrangements/${world.force.id}`)).json
    for (const [path, of, body] of [
      [`/api/places/${place.id}`, 1, { parent: within.id }],
      [`/api/arrangements/${id}`, version, { parent: world.group.id }],
    ]) {
      const answer = await coordinator.patch(path, of, body)
      expect(answer.status).toBe(422)
      expect(answer.json.fields).toMatchObject([{ pointer: '/parent', code: 'goes_round' }])
    }
  })

  it('has a partner once in a role from one day on', async () => {
    const seat = { arrangement: world.group.id, partner: world.agency.id, role: 'donor', since: '2008' }
    const { id } = await made('memberships', seat)
    const again = await coordinator.post('/api/memberships', seat)
    expect(again.status).toBe(409)
    expect(again.json.fields).toMatchObject([{ pointer: '/partner', code: 'already_member' }])
    const later = await made('memberships', { ...seat, since: '2010' })
    expect((await coordinator.patch(`/api/memberships/${later.id}`, 1, { since: '2008' })).status).toBe(409)
    expect((await coordinator.patch(`/api/memberships/${id}`, 1, { until: '2009' })).status).toBe(200)
    for (const each of [later.id, id])
      expect((await coordinator.remove(`/api/memberships/${each}`, each === id ? 2 : 1)).status).toBe(204)
  })

  it('is chaired in turn, and by whoever was made chair for a time', async () => {
    const chair = async (on) => (await clients.reader.get(`/api/arrangements/${world.force.id}/chair?on=${on}`)).json
    const { now, next } = await chair('2008-02-29')
    expect(now).toMatchObject([{ partner: world.agency.id, role: 'member', begins: '2007-03-01', ends: '2008-02-29' }])
    expect(next.map(({ partner, begins }) => [partner, begins])).toEqual([
      [world.authority.id, '2008-03-01'],
      [world.network.id, '2009-03-01'],
      [world.agency.id, '2010-03-01'],
    ])
    const stand_in = { arrangement: world.force.id, partner: world.network.id, role: 'chair', since: '2008-05', until: '2008-05' }
    await made('memberships', stand_in)
    expect((await chair('2008-05-31')).now).toMatchObject([{ partner: world.network.id, role: 'chair', ends: '2008-05-31' }])
    expect((await chair('2008-06-01')).now).toMatchObject([{ partner: world.authority.id }])
    expect((await chair('never')).code).toBe('invalid_query')
  })
})

describe('A replica', () => {
  beforeAll(async () => {
    world = await taskForce()
  })

  it('has the structure and the actions of its model in another place, and the partners that go along', async () => {
    const body = { ...titled('Task force elsewhere'), places: [world.place.id], partners: [world.agency.id] }
    const answer = await post('replicate', body, 1)
    expect(answer.status, answer.text).toBe(201)
    const replica = answer.json
    expect(answer.headers.get('location')).toBe(`/api/arrangements/${replica.id}`)
    expect(replica).toMatchObject({ code: body.code, title: body.title, replicated_from: world.force.id, status: 'planned', begins: null })
    const groups = (await coordinator.get(`/api/arrangements?parent=${replica.id}`)).json.items
    expect(groups).toMatchObject([{ code: `${body.code}-1`, title: { en: 'Working group' }, replicated_from: world.group.id }])
    const actions = await all('actions', replica.id)
    expect(actions).toHaveLength(2) // without what was dropped
    for (const action of actions)
      expect(action).toMatchObject({ status: 'planned', lead: null, due: null, target: null, adopted: {} })
    expect(await all('memberships', replica.id)).toMatchObject([{ partner: world.agency.id, chair_order: 1 }])
  })

  it('is made once, and not by whoever may not, nor over what has moved on', async () => {
    const body = { ...titled('Once'), places: [] }
    const key = { 'Idempotency-Key': unique('replica') }
    const path = `/api/arrangements/${world.force.id}/replicate`
    const first = await coordinator.post(path, body, key)
    expect((await coordinator.post(path, body, key)).json.id).toBe(first.json.id)
    expect((await post('replicate', body)).json.code).toBe('already_exists')
    expect((await post('replicate', { ...titled('Stale'), places: [] }, 7)).status).toBe(412)
    expect((await clients.contributor.post(path, { ...titled('Mine'), places: [] })).status).toBe(403)
    expect((await post('replicate', { places: 'here', more: 1 })).json.fields.map(({ pointer }) => pointer)).toEqual(
      ['/code', '/title', '/places', '/more'],
    )
  })
})

it('The next phase goes on with the members and with what was not finished', async () => {
  world = await taskForce()
  const answer = await post('next_phase', { ...titled('Second phase'), begins: '2009', ends: '2010-06' })
  expect(answer.status, answer.text).toBe(201)
  const phase = answer.json
  expect(phase).toMatchObject({ phase: 2, predecessor: world.force.id, begins: '2009', ends: '2010-06', status: 'planned' })
  expect(await all('memberships', phase.id)).toHaveLength(3)
  expect(await all('actions', phase.id)).toMatchObject([
    { title: { en: 'Register' }, status: 'planned', lead: world.agency.id, target: 100, due: null },
  ])
  const groups = (await coordinator.get(`/api/arrangements?parent=${phase.id}`)).json.items
  expect(groups).toMatchObject([{ code: `${phase.code}-1`, predecessor: world.group.id, phase: 2 }])
  const again = await post('next_phase', { ...titled('Another second phase'), begins: '2009' })
  expect(again.status).toBe(409)
  expect(again.json.fields).toMatchObject([{ pointer: '/predecessor', code: 'already_followed' }])
})

describe('What was adopted', () => {
  beforeAll(async () => {
    world = await taskForce()
  })
  const register = async () => (await all('actions', world.force.id)).find(({ title }) => title.en === 'Register')

  it('stays as it was until the next adoption, and its past in the history', async () => {
    const adopted = await post('adopt', { on: '2007-06-01' })
    expect(adopted.status, adopted.text).toBe(200)
    expect(adopted.json.items.map(({ title }) => title.en)).toEqual(['Train', 'Register'])
    const unsaid = { begins: null, indicator: null, baseline: null }
    const text = { on: '2007-06-01', title: { en: 'Register' }, description: {}, due: '2008-06', target: 100, ...unsaid }
    const { id, version } = await register()
    const path = `/api/actions/${id}`
    expect((await coordinator.patch(path, version, { due: '2009', target: 50 })).status).toBe(200)
    expect(await register()).toMatchObject({ due: '2009', target: 50, adopted: text })
    expect((await coordinator.patch(path, version + 1, { adopted: {} })).json.fields).toMatchObject([{ code: 'read_only' }])
    await post('adopt', { on: '2008-06-01' })
    expect((await register()).adopted).toEqual({ ...text, on: '2008-06-01', due: '2009', target: 50 })
    const { items } = (await coordinator.get(`${path}/history`)).json
    expect(items.map(({ verb }) => verb)).toEqual(['create', 'adopt', 'change', 'adopt'])
    expect(items.at(-1).change).toMatchObject([{ field: 'adopted', from: text }])
  })

  it('is adopted by whoever may change all of it, on a day', async () => {
    const path = `/api/arrangements/${world.force.id}/adopt`
    expect((await clients.contributor.post(path, { on: '2007-06-01' })).status).toBe(403)
    expect((await post('adopt', {})).json.fields).toMatchObject([{ pointer: '/on', code: 'required' }])
    expect((await post('adopt', { on: '2099-06-01' })).json.fields).toMatchObject([{ pointer: '/on', code: 'in_the_future' }])
    const before = await post('adopt', { on: '2007-06-01' })
    expect(before.status).toBe(422)
    expect(before.json.fields).toMatchObject([{ pointer: '/on', code: 'before_last_adoption' }])
    expect((await post('adopt', { on: '2007-06-01' }, 9)).status).toBe(412)
    const nowhere = '01890a5d-ac96-774b-bcce-b302099a8057'
    expect((await coordinator.post(`/api/arrangements/${nowhere}/adopt`, { on: '2007-06-01' })).status).toBe(404)
  })
})
