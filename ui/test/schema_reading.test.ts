// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { fieldsOf, type OpenApi } from '@/api/schema_reading'

const body = (schema: object) => ({ content: { 'application/json': { schema } } })
const place = {
  required: ['code', 'name'],
  properties: {
    code: { type: 'string', maxLength: 40 },
    name: { type: 'object', 'x-text-by-language': true },
    kind: { type: 'string', enum: ['country', 'border'] },
    parent: {
      type: ['string', 'null'],
      format: 'uuid',
      'x-reference': 'places',
      'x-within': 'kind',
    },
    latitude: { type: ['number', 'null'] },
    since: { type: 'string', format: 'date' },
    country: { type: ['string', 'null'], format: 'country' },
    website: { type: ['string', 'null'], format: 'uri', maxLength: 500 },
    places: { type: 'array', items: { type: 'string', 'x-reference': 'places' } },
    mapping: { $ref: '#/components/schemas/mapping' },
    disabled: { type: 'boolean' },
    adopted: { $ref: '#/components/schemas/adopted_text' },
    notes: { type: 'object', 'x-texts-of': 'places' },
  },
}
const document = {
  paths: {
    '/api/places': { post: { requestBody: body({ $ref: '#/components/schemas/PlaceBody' }) } },
    '/api/places/{id}': {
      get: {
        responses: {
          '200': body({
            properties: {
              id: { type: 'string' },
              code: { type: 'string' },
              adopted: place.properties.adopted,
            },
          }),
        },
      },
      patch: { requestBody: body({ properties: { name: place.properties.name } }) },
    },
  },
  components: {
    schemas: {
      PlaceBody: place,
      adopted_text: {
        properties: {
          on: { type: 'string', format: 'date' },
          title: { type: 'object', 'x-text-by-language': true },
        },
      },
    },
  },
} as unknown as OpenApi

describe('the members of a kind', () => {
  const { shown, made, changed } = fieldsOf(document, 'places')

  it('follow from the description of the interface', () => {
    expect(made.map(({ name, shape }) => [name, shape])).toEqual([
      ['code', 'text'],
      ['name', 'local_text'],
      ['kind', 'choice'],
      ['parent', 'reference'],
      ['latitude', 'number'],
      ['since', 'date'],
      ['country', 'country'],
      ['website', 'web_address'],
      ['places', 'reference'],
      ['disabled', 'flag'],
      ['notes', 'listed_texts'],
    ])
  })

  it('tell what is needed, what may be empty, and what there may be several of', () => {
    const field = (name: string) => made.find((each) => each.name === name)
    expect(field('code')).toMatchObject({ required: true, optional: false, maxLength: 40 })
    expect(field('parent')).toMatchObject({ required: false, optional: true, reference: 'places' })
    expect(field('places')).toMatchObject({ many: true, reference: 'places' })
    expect(field('notes')).toMatchObject({ list: 'places', reference: 'places' })
  })

  it('have members of their own, and what they are narrowed by', () => {
    const adopted = shown.find(({ name }) => name === 'adopted')
    expect(adopted?.members?.map(({ name, shape }) => [name, shape])).toEqual([
      ['on', 'date'],
      ['title', 'local_text'],
    ])
    expect(made.find(({ name }) => name === 'parent')?.within).toBe('kind')
  })

  it('differ between making one and changing one', () => {
    expect(changed.map(({ name }) => name)).toEqual(['name'])
    expect(shown.map(({ name }) => name)).toEqual(['code', 'adopted'])
  })
})
