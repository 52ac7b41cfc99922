// SPDX-License-Identifier: Apache-2.0
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { Client } from './client.mjs'

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
