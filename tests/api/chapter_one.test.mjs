// SPDX-License-Identifier: Apache-2.0
// The workspace of the chapter's arrangements, as the API tells it, against a list made by hand
// from the chapter itself. The list has the chapter's names and key words, the workspace sentences
// of its own: each key is held by as many records as the list says, and no record holds none.
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
  for (const kind of [
    'places',
    'partners',
    'arrangements',
    'memberships',
    'actions',
    'reviews',
    'documents',
    'presences',
    'agreements',
  ])
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
    const answer = await fetch(
      `${server.base}/api/${kind}?limit=100${after && `&after=${after}`}`,
      { headers: { Cookie } },
    )
    expect(answer.status, kind).toBe(200)
    const page = await answer.json()
    items.push(...page.items)
    after = page.next
  } while (after)
  return items
}

// Whether a text holds all the words of a key, or one of each word's alternatives: as whole words,
// or only their beginnings.
function holds(text, key, rest = '') {
  const word = (alternatives) => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives})${rest}`, 'iu')
  return key.split(' ').every((alternatives) => word(alternatives).test(text ?? ''))
}
const speaksOf = (text, key) => holds(text, key)
const named = (text, key) => holds(text, key, '(?![\\p{L}\\p{N}-])')

const called = (kind, id) => told[kind].find((record) => record.id === id)
const of = (kind, { id }) => told[kind].filter((record) => record.arrangement === id)
const found = (title) =>
  told.arrangements.filter((each) => named(`${each.title.en} ${each.short_title ?? ''}`, title))
const arrangement = (code) => told.arrangements.find((each) => each.code === code)
const relative = (code, relation) => called('arrangements', arrangement(code)[relation])?.code
const children = (code) =>
  told.arrangements
    .filter(({ parent }) => parent === arrangement(code).id)
    .map((child) => child.code)

function isNamed(partner, key) {
  const { name, short_name, names } = called('partners', partner)
  return named(`${name} ${short_name ?? ''} ${names.en ?? ''}`, key)
}

// Holds texts against keys, both ways.
function expectHeld(texts, keys) {
  const held = Object.keys(keys).map((key) => [
    key,
    texts.filter((text) => speaksOf(text, key)).length,
  ])
  expect(Object.fromEntries(held)).toEqual(keys)
  expect(texts.filter((text) => !Object.keys(keys).some((key) => speaksOf(text, key)))).toEqual([])
}
const counts = (keys) =>
  Object.fromEntries(
    Object.entries(keys).map(([key, wanted]) => [key, typeof wanted === 'number' ? wanted : 1]),
  )
const inWords = ({ title, description }) => `${title.en} ${description?.en ?? ''}`

// An address without what may be written in one way or another.
const plain = (address) => address?.replace(/^https?:\/\//, '').replace(/\/$/, '')

it('Every arrangement of the chapter is there, and no other', () => {
  const times = chapter.arrangements.map(({ called: title, records = 1 }) => [title, records])
  expect(times.map(([title]) => [title, found(title).length])).toEqual(times)
  expect(told.arrangements).toHaveLength(times.reduce((sum, [, records]) => sum + records, 0))
})

describe.each(chapter.arrangements.filter(({ records = 1 }) => records === 1))(
  '$called',
  (wanted) => {
    const one = () => found(wanted.called)[0]

    it('is of the time and level that the chapter says', () => {
      for (const member of ['level', 'status', 'phase'].filter((each) => wanted[each]))
        expect(one()[member], member).toBe(wanted[member])
      if (wanted.begins) expect(one().begins.startsWith(wanted.begins)).toBe(true)
      if (wanted.ends) expect(one().ends.startsWith(wanted.ends)).toBe(true)
      if (wanted.ends === null) expect(one().ends).toBeNull()
    })

    it('has the background and the objectives that the chapter tells, and no other objectives', () => {
      if (wanted.background) expect(speaksOf(one().background.en, wanted.background)).toBe(true)
      if (!wanted.objectives) return
      const lines = one().objectives.en.split('\n')
      expectHeld(lines, Object.fromEntries(wanted.objectives.map((key) => [key, 1])))
    })

    it('has its actors, each in its role, and no other', () => {
      const left = of('memberships', one())
      for (const [role, keys] of Object.entries(wanted.actors ?? {})) {
        const [part, word] = role.split(': ')
        for (const key of keys) {
          const at = left.findIndex(
            (each) =>
              each.role === part &&
              isNamed(each.partner, key) &&
              (!word || speaksOf(each.note, word)),
          )
          expect(at, `${role} ${key}`).not.toBe(-1)
          left.splice(at, 1)
        }
      }
      expect(
        left.map(({ role, partner }) => `${role}: ${called('partners', partner).name}`),
      ).toEqual([])
    })

    it('has its actions, and no other', () => {
      expectHeld(of('actions', one()).map(inWords), counts(wanted.actions ?? {}))
    })

    it('has its actions done by whom, when and on what the chapter says', () => {
      for (const [key, { lead, partners = [], parts = {}, points = [], status, when }] of Object.entries(
        wanted.actions ?? {},
      )) {
        const action = of('actions', one()).find((each) => speaksOf(inWords(each), key))
        expect(action, key).toBeDefined()
        if (lead) expect(isNamed(action.lead, lead), key).toBe(true)
        for (const partner of partners)
          expect(
            action.partners.some((each) => isNamed(each, partner)),
            `${key}: ${partner}`,
          ).toBe(true)
        for (const [partner, word] of Object.entries(parts)) {
          const id = action.partners.find((each) => isNamed(each, partner))
          expect(speaksOf(action.parts[id] ?? '', word), `${key}: ${partner}`).toBe(true)
        }
        for (const point of points)
          expect(
            action.points.some((each) => named(each, point)),
            `${key}: ${point}`,
          ).toBe(true)
        if (status) expect(action.status, key).toBe(status)
        if (when) expect([action.begins, action.due], key).toContain(when)
      }
    })

    it('is reviewed as in the chapter, and in no other way', () => {
      expectHeld(
        of('reviews', one()).map(({ text }) => text.en),
        counts(wanted.reviews ?? {}),
      )
    })

    it('has the annexes and addresses that the chapter refers to', () => {
      const cited = of('documents', one())
      for (const document of wanted.documents ?? []) {
        const by = ({ address, reference }) =>
          plain(address) === plain(document) || named(reference, document)
        expect(cited.some(by), document).toBe(true)
      }
      const known = ({ address, reference }) =>
        (wanted.documents ?? []).some(
          (each) => plain(each) === plain(address) || named(reference, each),
        )
      expect(
        cited
          .filter(({ address }) => address)
          .filter((each) => !known(each))
          .map(({ address }) => address),
      ).toEqual([])
    })
  },
)

it('The arrangements hang together as in the chapter', () => {
  expect(relative('mauritania-capacities-2', 'predecessor')).toBe('mauritania-capacities-1')
  expect(relative('somalia-mmtf', 'parent')).toBe('somalia-protection-cluster')
  expect(relative('yemen-mmtf', 'replicated_from')).toBe('somalia-mmtf')
  expect(relative('rcm-ngo-network', 'counterpart')).toBe('rcm')
  expect(relative('tanzania-apmmf', 'parent')).toBe('tanzania-task-force')
  const programmes = [
    'mexico-borders-of-solidarity',
    'mexico-cities-of-solidarity',
    'mexico-solidarity-resettlement',
  ]
  expect(children('mexico-plan-of-action').sort()).toEqual(programmes)
  expect(relative('jmdi-local-authorities-network', 'parent')).toBe('jmdi')
  expect(relative('orderly-departure-programme', 'parent')).toBe('indo-chinese-cpa')
  expect(children('aprrn')).toHaveLength(9)
  expect(children('gulf-of-aden-conference')).toHaveLength(8)
  expect(children('berne-initiative').sort()).toEqual(['berne-1', 'berne-2'])
  for (const code of ['igc', 'budapest-process', 'rcm', 'midsa'])
    expect(arrangement(code).background.en, code).toContain('Berne Initiative')
  expect(relative('morocco-theme-group-migration', 'parent')).toBe('morocco-un-country-team')
  expect(arrangement('jmdi').places).toHaveLength(16)
})

it('Whatever is of a region is at it, also what the chapter names no country for', () => {
  const codes = ({ places }) => places.map((id) => called('places', id).code)
  for (const [code, wanted] of Object.entries({
    'mexico-plan-of-action': ['M49-419'],
    aprrn: ['M49-034', 'M49-035', 'M49-030', 'M49-009'],
    'aprrn-east-asia': ['M49-030'],
    'five-plus-five-dialogue': ['M49-015', 'M49-039'],
    midsa: ['M49-018'],
    'indo-chinese-cpa': ['M49-035'],
  })) {
    expect(codes(arrangement(code)), code).toEqual(wanted)
    for (const action of of('actions', arrangement(code))) expect(action.places, code).not.toEqual([])
  }
  const nowhere = told.arrangements.filter(({ level, places }) => level !== 'global' && !places.length)
  expect(nowhere.map(({ code }) => code)).toEqual(['igc'])
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
  expect(told.presences.filter(({ partner }) => partner === centre.id)).toMatchObject([
    { since: '2009-04' },
  ])
})

it('The tripartite agreement of Tanzania has its three parties', () => {
  const [agreement] = of('agreements', arrangement('tanzania-apmmf'))
  expect(agreement.parties.map((party) => called('partners', party).name).sort()).toEqual([
    'Centre for the Study of Forced Migration',
    'Ministry of Home Affairs, Tanzania',
    'United Nations High Commissioner for Refugees',
  ])
})

it('The annexes and the legal and policy documents of the chapter are cited, and no other', () => {
  const annexes = told.documents
    .map(({ reference }) => /Annex (\w+)$/.exec(reference)?.[1])
    .filter(Boolean)
  expect(annexes.sort()).toEqual([...chapter.annexes].sort())
  const legal = told.documents.filter(({ type }) => type === 'legal_text')
  expect(legal.map(({ address }) => address).sort()).toEqual([...chapter.legal_and_policy].sort())
  expect(legal.every((document) => !document.arrangement)).toBe(true)
})

it('What is told can be read in all four languages', () => {
  const missing = (text) => languages.filter((language) => !text[language])
  const every = (kind, members) =>
    told[kind].flatMap((record) =>
      members.map((member) => [
        `${record.code ?? record.name ?? record.title?.en ?? record.id} ${member}`,
        record[member],
      ]),
    )
  const must = [
    ...['arrangements', 'agreements', 'actions', 'documents'].flatMap((kind) =>
      every(kind, ['title']),
    ),
    ...every('reviews', ['text']),
  ]
  const may = [
    ...every('arrangements', ['region', 'background', 'objectives']),
    ...every('actions', ['description']),
    ...every('partners', ['names', 'short_names']),
  ].filter(([, text]) => languages.some((language) => text[language]))
  expect([...must, ...may].filter(([, text]) => missing(text).length)).toEqual([])
})
