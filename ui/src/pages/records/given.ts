// SPDX-License-Identifier: Apache-2.0
import type { Field } from '@/api/schema_reading'

// A page that sends the reader to the form of a new record says in the address what it knows of it
// already: ?arrangement=ID&role=member&back=/arrangements/ID.
export function givenIn(address: URLSearchParams, fields: Field[]): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const field of fields) {
    const text = address.get(field.name)
    if (text) given[field.name] = readWord(field, text)
  }
  return given
}

function readWord({ many, shape }: Field, text: string): unknown {
  if (many) return text.split(',')
  if (shape === 'number') return Number(text)
  return shape === 'flag' ? text === 'true' : text
}

// Where to return to: a page of ours, never another's.
export const localPath = (text: string | null): string | undefined =>
  text && /^\/[^/\\]/.test(text) ? text : undefined
