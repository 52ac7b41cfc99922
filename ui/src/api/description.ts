// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from './client'

// The server's description of its own interface for programs (OpenAPI 3.1), as far as it is shown.
export interface Description {
  info: { version: string; description: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema> }
}

export interface Operation {
  operationId: string
  summary: string
  tags: string[]
  parameters?: Parameter[]
  requestBody?: Content
  responses: Record<string, Content & { description: string }>
  security: Record<string, unknown>[]
}

export interface Parameter {
  name: string
  in: string
  required: boolean
  schema: JsonSchema
}

interface Content {
  content?: Record<string, { schema: JsonSchema }>
}

export type JsonSchema =
  | boolean
  | {
      $ref?: string
      type?: string | string[]
      format?: string
      const?: unknown
      enum?: unknown[]
      items?: JsonSchema
      properties?: Record<string, JsonSchema>
      additionalProperties?: JsonSchema
      required?: string[]
      anyOf?: JsonSchema[]
      oneOf?: JsonSchema[]
      description?: string
    }

export interface NamedOperation extends Operation {
  method: string
  path: string
}

// The operations under the tags that they carry, in the order of the document.
export function operationsByTag(description: Description): Map<string, NamedOperation[]> {
  const groups = new Map<string, NamedOperation[]>()
  for (const [path, methods] of Object.entries(description.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? ''
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method, path }])
    }
  return groups
}

// A schema in a word or a few: "string (date)", "integer or null", "list of partner".
export function typeOf(schema: JsonSchema | undefined): string {
  if (schema === undefined || typeof schema === 'boolean') return 'any'
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(typeOf).join(' or ')
  const types = [schema.type ?? 'any'].flat()
  return types
    .map((type) => {
      if (type === 'array') return `list of ${typeOf(schema.items)}`
      return type === 'string' && schema.format ? `string (${schema.format})` : type
    })
    .join(' or ')
}

export function useDescription() {
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: ['api', i18n.language],
    queryFn: ({ signal }) => get<Description>('/api/openapi.json', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
