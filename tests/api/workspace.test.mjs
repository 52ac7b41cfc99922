// SPDX-License-Identifier: Apache-2.0
// How partners cooperate, loaded from a workspace that speaks in names and codes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'
import { Client } from './client.mjs'
import { command } from './command_line.mjs'

const kinds = ['partners', 'places', 'presences', 'arrangements', 'agreements', 'memberships', 'actions', 'reviews', 'submissions', 'documents', 'needs', 'dismissals']
const hub = 'Task force hub'
const workspace = {
  name: { en: 'A task force' },
  partners: [
    { name: 'Loaded agency', kind: 'un_agency', names: { fr: 'Agence' }, mandates: ['protection'] },
    { name: 'Loaded network', kind: 'network', members: ['Loaded agency'] },
  ],
  places: [{ code: 'LOADED-PORT', name: { en: 'The port' }, kind: 'site', parent: 'SOM' }],
  presences: [{ partner: 'Loaded agency', place: 'LOADED-PORT', since: '2007-04', capacity: 40, capacity_unit: 'beds' }],
  arrangements: [
    { code: 'loaded-force', title: { en: hub }, level: 'national', form: 'task_force', status: 'active', places: ['SOM'], begins: '2007' },
    { code: 'loaded-group', title: { en: 'Group' }, level: 'national', form: 'working_group', status: 'active', parent: 'loaded-force', replicated_from: 'loaded-force' },
  ],
  agreements: [{ arrangement: 'loaded-force', title: { en: 'Terms' }, parties: ['Loaded agency', 'Loaded network'], signed_on: '2007-Q2' }],
  memberships: [
    { arrangement: 'loaded-force', partner: 'Loaded agency', role: 'co_chair' },
    { arrangement: 'loaded-force', partner: 'Loaded agency', role: 'donor' },
  ],
  actions: [
    { arrangement: 'loaded-force', title: { en: 'Plan' }, status: 'under_way' },
    { arrangement: 'loaded-force', title: { en: 'Train' }, parent: 'Plan', lead: 'Loaded agency', partners: ['Loaded network'], parts: { 'Loaded network': 'in coordination' }, places: ['LOADED-PORT'], status: 'done' },
  ],
  reviews: [{ arrangement: 'loaded-force', action: 'Train', finding: 'lesson', text: { en: 'Meet often.' }, author: 'Loaded network' }],
  submissions: [{ arrangement: 'loaded-group', to: 'loaded-force', title: { en: 'Proposals' }, submitted_on: '2008-06' }],
  needs: [{ owner: 'Loaded agency', place: 'LOADED-PORT', theme: 'shelter', people: 'refugees', count: 300, since: '2007' }],
  dismissals: [
    { owner: 'Loaded network', concern: 'overlap', place: 'LOADED-PORT', theme: 'shelter', partners: ['Loaded agency', 'Loaded network'], note: 'They take turns.' },
    { owner: 'Loaded network', concern: 'overlap', place: 'LOADED-PORT', theme: 'shelter', partners: ['Loaded agency'], note: 'They take turns.' },
  ],
  documents: [{ arrangement: 'loaded-force', title: { en: 'Its terms' }, type: 'terms_of_reference', reference: 'Annex 1' }],
}

function load(content) {
  const folder = mkdtempSync(join(tmpdir(), 'tenpoint-workspace-'))
  try {
    writeFileSync(join(folder, 'workspace.json'), JSON.stringify(content))
    return command('example', folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('A workspace is loaded by names and codes, and again without adding anything', async () => {
  const coordinator = await Client.as('coordinator')
  const all = async (plural, query = '') => (await coordinator.get(`/api/${plural}?limit=500${query}`)).json
  const totals = async () => Promise.all(kinds.map(async (plural) => (await all(plural)).total))
  const one = async (plural, query) => (await all(plural, query)).items[0]

  const first = load(workspace)
  expect(first.status, String(first.stderr)).toBe(0)
  const before = await totals()
  const again = load(workspace)
  expect(again.status, String(again.stderr)).toBe(0)
  expect(await totals()).toEqual(before)

  const agency = await one('partners', '&name=Loaded%20agency')
  const port = await one('places', '&code=LOADED-PORT')
  const force = await one('arrangements', '&code=loaded-force')
  const here = `&arrangement=${force.id}`
  expect((await one('partners', '&name=Loaded%20network')).members).toEqual([agency.id])
  const network = await one('partners', '&name=Loaded%20network')
  const at = `&place=${port.id}`
  expect(await one('needs', at)).toMatchObject({ owner: agency.id, theme: 'shelter', count: 300, since: '2007' })
  expect((await all('dismissals', at)).total).toBe(2)
  expect(await one('dismissals', at)).toMatchObject({ owner: network.id, partners: [agency.id, network.id], note: 'They take turns.' })
  expect(await one('presences', `&partner=${agency.id}`)).toMatchObject({ owner: agency.id, place: port.id, since: '2007-04' })
  expect(await one('arrangements', '&code=loaded-group')).toMatchObject({ parent: force.id, replicated_from: force.id })
  expect((await one('agreements', here)).parties).toContain(agency.id)
  expect((await all('memberships', here)).items.map(({ role }) => role)).toEqual(['co_chair', 'donor'])
  const [plan, train] = (await all('actions', here)).items
  expect(train).toMatchObject({ owner: agency.id, parent: plan.id, lead: agency.id, places: [port.id] })
  expect(train.parts).toEqual({ [network.id]: 'in coordination' })
  expect(await one('submissions', `&to=${force.id}`)).toMatchObject({ title: { en: 'Proposals' }, submitted_on: '2008-06' })
  expect(await one('reviews', here)).toMatchObject({ action: train.id, finding: 'lesson' })
  expect(await one('documents', here)).toMatchObject({ type: 'terms_of_reference', reference: 'Annex 1' })
})

it.each([
  ['a list that there is not', { actoins: [] }, 'actoins'],
  ['an arrangement that nobody knows', { actions: [{ arrangement: 'nowhere', title: { en: 'X' }, status: 'done' }] }, 'nowhere'],
  ['an action of another title', { reviews: [{ arrangement: 'loaded-force', action: 'Trian', finding: 'lesson', text: { en: 'X' } }] }, 'Trian'],
])('%s is refused by its word, and nothing is loaded', async (_, content, word) => {
  const { status, stderr } = load({ name: { en: 'A mistake' }, ...content })
  expect(status).not.toBe(0)
  expect(String(stderr)).toContain(word)
})

it('A folder without a workspace, or without its files, is named, and nothing is made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenpoint-no-workspace-'))
  const data = join(folder, 'data')
  const load = () => spawnSync(inject('program'), ['example', folder, '--data', data])
  try {
    const none = load()
    expect([none.status, existsSync(data)]).toEqual([2, false])
    expect(String(none.stderr)).toContain(join(folder, 'workspace.json'))
    const files = [{ file: 'gone.csv', source: 'Police', mapping: 'gone.json' }]
    writeFileSync(join(folder, 'workspace.json'), JSON.stringify({ files }))
    expect([String(load().stderr), existsSync(data)]).toEqual([expect.stringContaining('gone.csv'), false])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

// Else a figure of the country would be added to one of its border.
it('What an example has at a part of a country lies in it', () => {
  const examples = fileURLToPath(new URL('../../examples', import.meta.url))
  const apart = readdirSync(examples)
    .flatMap((name) => JSON.parse(readFileSync(join(examples, name, 'workspace.json'))).places ?? [])
    .filter(({ code, parent }) => /^[A-Z]{3}-/.test(code) && !parent)
  expect(apart.map(({ code }) => code)).toEqual([])
})
