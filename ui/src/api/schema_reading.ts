// SPDX-License-Identifier: Apache-2.0

// The little that is used here of a JSON Schema and of an OpenAPI document.
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: (string | null)[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  readOnly?: boolean
  maxLength?: number
  'x-reference'?: string
  'x-within'?: string
  'x-text-by-language'?: boolean
  'x-texts-of'?: string
}

interface Content {
  content?: Record<string, { schema?: Schema }>
}

interface Operation {
  requestBody?: Content
  responses?: Record<string, Content>
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'date'
  | 'period' // a year, quarter, month, week or day
  | 'time'
  | 'choice'
  | 'local_text'
  | 'listed_texts' // of each record that another member lists
  | 'country'
  | 'reference'
  | 'password'
  | 'web_address'
  | 'mapping' // what the columns of a file mean
  | 'object'

export interface Field {
  name: string
  shape: Shape
  many: boolean
  optional: boolean // may be null
  required: boolean
  words: string[] // of a choice
  reference: string // plural of the kind referred to
  within?: string // a member that what is referred to has alike, such as the arrangement
  list?: string // of listed texts: the member that lists the records
  maxLength?: number
  members?: Field[] // of an object that the description knows
}

export interface KindFields {
  shown: Field[] // as answered
  made: Field[] // of a new record
  changed: Field[] // of one that is there
  erasable: boolean // something in it is personal or secret
  sharing: Field[] // whose it is and who may read it; `owner` is not to be set
}

function resolve(document: OpenApi, schema: Schema | undefined): Schema {
  const name = schema?.$ref?.split('/').at(-1)
  return name ? (document.components?.schemas?.[name] ?? {}) : (schema ?? {})
}

const bodyOf = (content: Content | undefined): Schema | undefined =>
  Object.values(content?.content ?? {}).find((each) => each.schema)?.schema

function shapeOf(schema: Schema): Shape {
  const types = [schema.type ?? 'object'].flat()
  if (schema.$ref?.endsWith('/mapping')) return 'mapping'
  if (schema['x-text-by-language']) return 'local_text'
  if (schema['x-texts-of']) return 'listed_texts'
  if (schema['x-reference']) return 'reference'
  if (schema.enum) return 'choice'
  if (schema.format === 'country') return 'country'
  if (schema.format === 'password') return 'password'
  if (schema.format === 'uri') return 'web_address'
  if (schema.format === 'date') return 'date'
  if (schema.format === 'period') return 'period'
  if (schema.format === 'date-time') return 'time'
  if (types.includes('boolean')) return 'flag'
  if (types.includes('integer') || types.includes('number')) return 'number'
  return types.includes('object') ? 'object' : 'text'
}

function toField(
  document: OpenApi,
  name: string,
  schema: Schema,
  { required = [], properties = {} }: Schema,
): Field {
  const many = [schema.type].flat().includes('array')
  const single = many ? (schema.items ?? {}) : schema
  const shape = shapeOf(single)
  const list = schema['x-texts-of']
  const reference = list ? properties[list]?.items : single
  return {
    name,
    shape,
    many,
    optional: [schema.type].flat().includes('null'),
    required: required.includes(name),
    words: (single.enum ?? []).filter((word) => word !== null),
    reference: reference?.['x-reference'] ?? '',
    within: single['x-within'],
    list,
    maxLength: single.maxLength ?? single.properties?.en?.maxLength,
    ...(shape === 'object' && { members: members(document, resolve(document, single)) }),
  }
}

// An id that refers to no record names one of the store's files, which has an address of its own.
const namesFile = (schema: Schema) => schema.format === 'uuid' && !schema['x-reference']

const members = (document: OpenApi, schema: Schema): Field[] =>
  Object.entries(schema.properties ?? {})
    .filter(([, member]) => !namesFile(member))
    .map(([name, member]) => toField(document, name, member, schema))

// Members that every record has and that are shown apart.
const sharing = ['owner', 'visibility', 'shared_with']
const envelope = ['id', 'version', 'created_at', 'updated_at', ...sharing]

export function fieldsOf(document: OpenApi, plural: string): KindFields {
  const list = document.paths[`/api/${plural}`] ?? {}
  const one = document.paths[`/api/${plural}/{id}`] ?? {}
  const answer = resolve(document, bodyOf(one.get?.responses?.['200']))
  const own = (fields: Field[]) => fields.filter(({ name }) => !envelope.includes(name))
  const settable = (body: Content | undefined) =>
    own(members(document, resolve(document, bodyOf(body)))).filter(
      ({ shape }) => shape !== 'object' && shape !== 'mapping',
    )
  return {
    shown: own(members(document, answer)),
    sharing: members(document, answer).filter(({ name }) => sharing.includes(name)),
    erasable: `/api/${plural}/{id}/erase` in document.paths,
    made: settable(list.post?.requestBody),
    changed: settable(one.patch?.requestBody),
  }
}
