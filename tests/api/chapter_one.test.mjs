// SPDX-License-Identifier: Apache-2.0
// The workspace of the chapter's arrangements, as the API tells it, against a list made by hand
// from the chapter itself.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from './database.mjs'
import { addAccount, password, program, serve } from './program.mjs'

const file = (path) => fileURLToPath(new URL(path, import.meta.url))
const chapter = JSON.parse(readFileSync(file('../files/chapter_one.json')))
const languages = ['en', 'fr', 'es', 'ar']

let data
let database
let server
const told = {}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'tenpoint-chapter-'))
  database = freshDatabase(`chapter_${process.pid}`)
  const env = { ...process.env, ...(database && { TENPOINT_DATABASE: database.uri }) }
  execFileSync(program, ['example', file('../../examples/chapter-one'), '--data', data], { env })
  addAccount(data, 'somebody', 'United Nations High Commissioner for Refugees', 'reader', env)
  server = await serve(data, { env })
  const cookie = await signIn()
  for (const kind of ['partners', 'arrangements', 'memberships', 'actions', 'reviews', 'documents', 'presences', 'agreements'])
    told[kind] = await all(kind, cookie)
})
afterAll(async () => {
  await server?.stop()
  rmSync(data, { recursive: true, force: true })
  database?.drop()
})

async function signIn() {
  const answer = await fetch(`${server.base}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'somebody', password }),
  })
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie').split(';')[0]
}

async function all(kind, Cookie) {
  const items = []
  let after = ''
  do {
    const answer = await fetch(`${server.base}/api/${kind}?limit=100${after && `&after=${after}`}`, { headers: { Cookie } })
    expect(answer.status, kind).toBe(200)
    const page = await answer.json()
    items.push(...page.items)
    after = page.next
  } while (after)
  return items
}

const called = (kind, id) => told[kind].find((record) => record.id === id)
const of = (kind, { id }) => told[kind].filter((record) => record.arrangement === id)
const arrangement = (code) => told.arrangements.find((each) => each.code === code)
const relative = (code, relation) => called('arrangements', arrangement(code)[relation])?.code
const children = (code) =>
  told.arrangements.filter(({ parent }) => parent === arrangement(code).id).map((child) => child.code)

it('Every arrangement of the chapter is there, and no other', () => {
  expect(told.arrangements.map(({ code }) => code).sort()).toEqual(chapter.map(({ code }) => code).sort())
})

describe.each(chapter)('$code', ({ code, title, form, level, begins, ends, actors, actions }) => {
  it('is what the chapter says', () => {
    const { title: titles, begins: from = null, ends: to = null, ...rest } = arrangement(code)
    expect([titles.en, rest.form, rest.level, from, to]).toEqual([title, form, level, begins, ends])
  })

  it('has its actors, each in its role, and no other', () => {
    const found = of('memberships', arrangement(code)).map(
      ({ role, partner }) => `${role}: ${called('partners', partner).name}`,
    )
    const wanted = Object.entries(actors).flatMap(([role, names]) => names.map((name) => `${role}: ${name}`))
    expect(found.sort()).toEqual(wanted.sort())
  })

  it('has its actions, and no other', () => {
    expect(of('actions', arrangement(code)).map((action) => action.title.en).sort()).toEqual([...actions].sort())
  })
})

it('The arrangements hang together as in the chapter', () => {
  expect(relative('mauritania-capacities-2', 'predecessor')).toBe('mauritania-capacities-1')
  expect(relative('somalia-mmtf', 'parent')).toBe('somalia-protection-cluster')
  expect(relative('yemen-mmtf', 'replicated_from')).toBe('somalia-mmtf')
  expect(relative('rcm-ngo-network', 'counterpart')).toBe('rcm')
  expect(relative('tanzania-apmmf', 'parent')).toBe('tanzania-task-force')
  const programmes = ['mexico-borders-of-solidarity', 'mexico-cities-of-solidarity', 'mexico-solidarity-resettlement']
  expect(children('mexico-plan-of-action').sort()).toEqual(programmes)
  expect(children('aprrn')).toHaveLength(9)
  expect(children('gulf-of-aden-conference')).toHaveLength(8)
  expect(children('berne-initiative')).toHaveLength(6)
  expect(arrangement('jmdi').places).toHaveLength(16)
})

it('Phase two keeps the objectives of phase one and has a fourth', () => {
  const lines = (code) => arrangement(code).objectives.en.split('\n')
  expect(lines('mauritania-capacities-2').slice(0, 3)).toEqual(lines('mauritania-capacities-1'))
  expect(lines('mauritania-capacities-2')).toHaveLength(4)
})

it('The chair of the Asia-Pacific Consultations turns each year and may be renewed', () => {
  expect(arrangement('apc')).toMatchObject({ chair_months: 12, chair_renewable: true })
  const chair = of('memberships', arrangement('apc')).find(({ role }) => role === 'chair')
  expect(chair).toMatchObject({ since: '2006', until: '2006' })
})

it('The Migration Response Centre has been in Puntland since April 2009', () => {
  const centre = told.partners.find(({ name }) => name === 'Migration Response Centre, Puntland')
  expect(told.presences.filter(({ partner }) => partner === centre.id)).toMatchObject([{ since: '2009-04' }])
})

it('The tripartite agreement of Tanzania has its three parties', () => {
  const [agreement] = of('agreements', arrangement('tanzania-apmmf'))
  expect(agreement.parties.map((party) => called('partners', party).name).sort()).toEqual([
    'Centre for the Study of Forced Migration',
    'Ministry of Home Affairs, Tanzania',
    'United Nations High Commissioner for Refugees',
  ])
})

it('The annexes and the legal and policy documents of the chapter are cited', () => {
  const annexes = told.documents.map(({ reference }) => /Annex (\w+)$/.exec(reference)?.[1]).filter(Boolean)
  expect(annexes.sort()).toEqual(['1', '10', '11', '12', '2', '3', '4', '5', '6', '7', '7bis', '8', '9'])
  const legal = told.documents.filter(({ sort }) => sort === 'legal_text')
  expect(legal).toHaveLength(7)
  expect(legal.every((document) => !document.arrangement && document.address)).toBe(true)
})

it('What is told can be read in all four languages', () => {
  const texts = [
    ...[...told.arrangements, ...told.actions, ...told.documents].map(({ title }) => title),
    ...told.reviews.map(({ text }) => text),
    ...told.arrangements.flatMap(({ objectives, background }) => [objectives, background]),
  ]
  const given = texts.filter((text) => text && languages.some((language) => text[language]))
  expect(given.filter((text) => !languages.every((language) => text[language]))).toEqual([])
})
