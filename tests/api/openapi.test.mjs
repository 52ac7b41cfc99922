// SPDX-License-Identifier: Apache-2.0
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { Client } from './client.mjs'
import { Description } from './conformance.mjs'

const anonymous = new Client()
const read = async (language) =>
  (await anonymous.get('/api/openapi.json', { 'Accept-Language': language })).json

it('The description is valid OpenAPI 3.1 in each language', async () => {
  for (const language of ['en', 'fr', 'es', 'ar']) {
    const validator = new Validator()
    const result = await validator.validate(await read(language))
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  }
})

it('Every operation has a name and a sentence of its own kind, and every reference leads somewhere', async () => {
  const document = await read('ar')
  const names = new Set()
  for (const operations of Object.values(document.paths))
    for (const { operationId, summary } of Object.values(operations)) {
      expect(names.has(operationId), operationId).toBe(false)
      names.add(operationId)
      expect(summary, operationId).not.toMatch(/^web\./)
    }
  const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g)
  for (const reference of references)
    expect(document.components.schemas[reference.split('/').at(-1)], reference).toBeDefined()
})

it('Every path answers as the description says who may: the public only what is public', async () => {
  const { paths } = await read('en')
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { operationId, security }] of Object.entries(operations)) {
      const isPublic = security.some((way) => Object.keys(way).length === 0)
      const concrete = path.replace(/\{\w+\}/g, '01890a5d-ac96-774b-bcce-b302099a8057')
      const { status } = await anonymous.send(method.toUpperCase(), concrete)
      if (isPublic) expect(status, operationId).not.toBe(401)
      else expect(status, operationId).toBe(401)
    }
})

it('Every object that is answered is described to its members', async () => {
  const document = await read('en')
  const open = []
  const walk = (schema, place) => {
    if (schema === null || typeof schema !== 'object') return
    const isObject = [schema.type].flat().includes('object')
    if (isObject && !schema.externalDocs && !schema.additionalProperties && !schema.properties) open.push(place)
    for (const [name, part] of Object.entries(schema)) walk(part, `${place}/${name}`)
  }
  walk(document.components.schemas, 'schemas')
  for (const [path, operations] of Object.entries(document.paths))
    for (const { responses } of Object.values(operations)) walk(responses, path)
  expect(open).toEqual([])
})

const health = { live: true, ready: true, version: '1.0.0' }
it.each([
  ['what is described', 200, health, 'application/json', null],
  ['a member too many', 200, { ...health, more: 1 }, 'application/json', 'additional properties'],
  ['a member too few', 200, { live: true, ready: true }, 'application/json', "required property 'version'"],
  ['a value of another type', 200, { ...health, live: 'yes' }, 'application/json', 'must be boolean'],
  ['another status', 201, health, 'application/json', 'status is not described'],
  ['another media type', 200, health, 'text/plain', 'text/plain is not described'],
])('The check of answers sees %s', async (_, status, json, type, fault) => {
  const answer = { status, json, text: JSON.stringify(json), headers: new Headers({ 'content-type': type }) }
  const description = new Description(await read('en'))
  const check = () => description.check('GET', '/api/health', answer)
  if (fault) expect(check).toThrow(fault)
  else check()
})

it('Every word that a record may hold has a label in each language', async () => {
  const { schemas } = (await read('en')).components
  const records = Object.values(schemas).filter(({ properties }) => properties?.visibility)
  const lists = records.flatMap(({ properties }) =>
    Object.values(properties)
      .map((member) => (member.items ?? member).enum?.filter((word) => word !== null))
      .filter(Boolean),
  )
  expect(lists.length).toBeGreaterThan(20)
  for (const language of ['en', 'fr', 'es', 'ar']) {
    const { codes } = (await anonymous.get(`/api/labels?lang=${language}`)).json
    for (const words of lists)
      expect(
        Object.values(codes).some((list) => words.every((word) => word in list)),
        `${language}: ${words}`,
      ).toBe(true)
  }
})
