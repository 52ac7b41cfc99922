// SPDX-License-Identifier: Apache-2.0
//
// Places as they lie in each other, and lists of provinces and districts.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Client } from './client.mjs'
import { program } from './program.mjs'

const clients = {}
beforeAll(async () => {
  for (const role of ['coordinator', 'contributor', 'reader']) clients[role] = await Client.as(role)
})

const get = async (path, client = clients.coordinator) => (await client.get(path)).json
const place = async (code) => (await get(`/api/places?code=${code}`)).items[0]
const stamp = Date.now().toString(36).toUpperCase()

async function done(job) {
  for (;;) {
    const state = await get(`/api/jobs/${job}`)
    if (state.state !== 'running') return state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('Places', () => {
  it('lie in regions of the world, which hold needs and work of their countries', async () => {
    const senegal = await place('SEN')
    const { path } = await get(`/api/place_tree?within=${senegal.id}`)
    expect(path.map(({ code }) => code)).toEqual(['M49-002', 'M49-202', 'M49-011', 'SEN'])
    const roots = await get('/api/place_tree?limit=200')
    expect(roots.path).toEqual([])
    expect(roots.items.find((each) => each.place.code === 'M49-002').parts).toBe(2)
    const west = await get(`/api/place_tree?within=${senegal.parent}&limit=3`)
    expect(west.total).toBe(17)
    expect(west.items).toHaveLength(3)
    const next = await get(`/api/place_tree?within=${senegal.parent}&limit=3&after=${west.next}`)
    expect(next.items[0].place.code).not.toBe(west.items[0].place.code)
    expect((await clients.reader.get('/api/place_tree?within=none')).status).toBe(400)
  })

  it('are named by their ids and codes', async () => {
    const { id } = await place('SEN')
    const { items } = await get(`/api/place_names?keys=${id},MLI,NOWHERE`, clients.reader)
    expect(items.map(({ code }) => code)).toEqual(['SEN', 'MLI'])
    const many = Array.from({ length: 101 }, (_, n) => `X${n}`).join(',')
    expect((await clients.reader.get(`/api/place_names?keys=${many}`)).status).toBe(400)
  })

  it('that are sites say of which sort, and stand somewhere on the globe', async () => {
    const body = { code: `PORT-${stamp}`, name: { en: 'A port' }, kind: 'site', site: 'port' }
    const there = { ...body, latitude: 12.8, longitude: 45.03 }
    const { json: made } = await clients.coordinator.post('/api/places', there)
    expect(made.site).toBe('port')
    const change = (body) => clients.coordinator.patch(`/api/places/${made.id}`, made.version, body)
    expect((await change({ kind: 'border' })).json.fields[0].code).toBe('only_of_sites')
    expect((await change({ kind: 'border', site: null })).json).toMatchObject({ kind: 'border', site: null })
    const why = async (wrong) =>
      (await clients.coordinator.post('/api/places', { ...body, code: `X-${stamp}`, ...wrong })).json.fields.map(
        ({ pointer, code }) => `${pointer} ${code}`,
      )
    expect(await why({ kind: 'border' })).toEqual(['/site only_of_sites'])
    expect(await why({ latitude: 0, longitude: 0 })).toEqual(['/latitude zero_coordinates'])
    expect(await why({ latitude: 91, longitude: 10 })).toEqual(['/latitude not_a_coordinate'])
    expect(await why({ latitude: 9 })).toEqual(['/longitude required'])
  })
})

describe('Provinces and districts', () => {
  it('of a country come from the list of the program, once', async () => {
    const before = await get('/api/place_lists?country=COM')
    expect(before.new).toBe(before.areas)
    expect(before.areas).toBeGreaterThan(3)
    const added = await clients.coordinator.post('/api/place_lists/add', { country: 'COM' })
    expect(added.status).toBe(202)
    expect(await done(added.json.job)).toMatchObject({ state: 'done', progress: 1, batch: null })
    expect(await get('/api/place_lists?country=COM')).toMatchObject({ new: 0, known: before.areas })
    const { items } = await get(`/api/place_tree?within=${(await place('COM')).id}`)
    expect(items[0].place.kind).toBe('admin1')
    expect(items[0].parts).toBeGreaterThan(0)
    const found = await get('/api/places?kind=admin1&q=KM')
    expect(found.items.every(({ code }) => code.startsWith('KM'))).toBe(true)
  })

  it('come from a file, with a reason for what cannot be taken', async () => {
    const list = [
      'ADM0_PCODE,ADM1_PCODE,ADM1_EN,ADM1_AR,ADM2_PCODE,ADM2_EN',
      `KW,K${stamp},Capital,العاصمة,K${stamp}1,Sharq`,
      `KW,K${stamp},Capital,العاصمة,,`,
      `KW,,Nowhere,,K${stamp}2,Outside`,
      `QA,Q${stamp},Doha,,,`,
    ].join('\n')
    const { json: kept } = await clients.coordinator.upload('areas.csv', list, '/api/place_lists')
    const query = `file=${kept.file}&country=KWT`
    const told = await get(`/api/place_lists?${query}`)
    expect(told).toMatchObject({ rows: 4, rows_elsewhere: 1, rows_refused: 1, areas: 2, new: 2 })
    expect(told.countries.map(({ country }) => country)).toEqual(['KWT', 'QAT'])
    expect(told.findings.map(({ code, row }) => [code, row])).toEqual([['area_without_parent', 4]])
    const { json } = await clients.coordinator.post('/api/place_lists/add', { file: kept.file, country: 'KWT' })
    expect((await done(json.job)).state).toBe('done')
    expect(await get(`/api/place_lists?${query}`)).toMatchObject({ new: 0, known: 2 })
    expect((await place(`K${stamp}`)).name.ar).toBe('العاصمة')
    expect((await place(`K${stamp}1`)).parent).toBe((await place(`K${stamp}`)).id)
  })

  it('are added by coordinators, from lists alone', async () => {
    const { contributor, coordinator } = clients
    expect((await contributor.get('/api/place_lists?country=COM')).status).toBe(403)
    expect((await contributor.post('/api/place_lists/add', { country: 'COM' })).status).toBe(403)
    expect((await contributor.upload('a.csv', 'P-Code\n', '/api/place_lists')).status).toBe(403)
    const wrong = await coordinator.upload('a.csv', 'a,b\n1,2\n', '/api/place_lists')
    expect(wrong.status).toBe(422)
    expect(wrong.json.fields[0].code).toBe('not_a_place_list')
    expect((await coordinator.get('/api/place_lists?country=nowhere')).status).toBe(400)
    expect((await coordinator.post('/api/place_lists/add', { country: 'nowhere' })).status).toBe(422)
  })

  it('are added by a command too, which only looks where it is asked to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenpoint-places-'))
    const run = (...words) =>
      JSON.parse(
        execFileSync(program, [...words, '--data', join(folder, 'data'), '--json'], {
          encoding: 'utf8',
          env: { ...process.env, LC_ALL: 'C' },
        }),
      )
    try {
      const list = join(folder, 'list.csv')
      writeFileSync(list, 'Month,People\n2024-01,3\n')
      run('import', list, '--source', 'Anybody', '--place', 'SEN', '--indicator', 'arrival')
      const looked = run('places', '--country', 'Senegal', '--check')
      expect(looked.new).toBe(looked.areas)
      expect(run('places', '--country', 'SEN').added).toBe(looked.areas)
      expect(run('places', '--country', 'SEN').known).toBe(looked.areas)
      writeFileSync(list, 'Location,Admin Level,P-Code,Name,Parent P-Code\nSEN,1,SN01,Ndakaaru,SEN\n')
      expect(run('places', list)).toMatchObject({ differing: 1, taken_over: 0, findings: { area_renamed: 1 } })
      expect(run('places', list, '--take-over')).toMatchObject({ differing: 1, taken_over: 1 })
      expect(run('places', list)).toMatchObject({ known: 1, differing: 0 })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
