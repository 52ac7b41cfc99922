// SPDX-License-Identifier: Apache-2.0
import type { Field } from '@/api/schema_reading'
import { isEmpty } from './field_value'

export type Values = Record<string, unknown>

// One thing that is said in a record: a member, or of one that holds several texts the one of a
// language or of a listed record. Two people may change different parts of the same record.
export interface Part {
  name: string
  key?: string
}

// A part that both changed, each to something else.
export interface Clash extends Part {
  theirs: unknown
  yours: unknown
}

// What was changed by others while somebody was writing.
export interface Meanwhile {
  changed: Values // what was written, over the newer version
  clashes: Clash[]
  takenOver: string[] // members that the others alone changed
}

const isSame = (a: unknown, b: unknown) =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)

const isPart = (a: Part) => (b: Part) => a.name === b.name && a.key === b.key

export const partOf = (values: Values, { name, key }: Part): unknown =>
  key === undefined ? values[name] : (values[name] as Values | null | undefined)?.[key]

// What the member is once one of its parts is `value`.
export const withPart = (values: Values, { name, key }: Part, value: unknown): unknown =>
  key === undefined ? value : { ...(values[name] as Values | null | undefined), [key]: value }

// The parts of the members `names` in which the two differ.
function differing(fields: Field[], names: string[], from: Values, to: Values): Part[] {
  const holdsTexts = (name: string) =>
    fields.some(
      (field) =>
        field.name === name && (field.shape === 'local_text' || field.shape === 'listed_texts'),
    )
  return names
    .flatMap((name): Part[] =>
      holdsTexts(name)
        ? Object.keys({ ...(from[name] ?? {}), ...(to[name] ?? {}) }).map((key) => ({ name, key }))
        : [{ name }],
    )
    .filter((part) => !isSame(partOf(from, part), partOf(to, part)))
}

// Those members of `said` that say anything else than `before`.
export function differences(fields: Field[], before: Values, said: Values): Values {
  const names = differing(fields, Object.keys(said), before, said).map(({ name }) => name)
  return Object.fromEntries(Object.entries(said).filter(([name]) => names.includes(name)))
}

// What was said of `before`, said of the version that is there `now`.
export function meanwhile(fields: Field[], before: Values, said: Values, now: Values): Meanwhile {
  const yours = differing(fields, Object.keys(said), before, said)
  const asked = fields.map(({ name }) => name)
  const theirs = differing(fields, asked, before, now)
  const changed: Values = {}
  for (const part of yours)
    changed[part.name] = withPart({ ...now, ...changed }, part, partOf(said, part))
  return {
    changed,
    clashes: theirs
      .filter((part) => yours.some(isPart(part)))
      .map((part) => ({ ...part, theirs: partOf(now, part), yours: partOf(said, part) }))
      .filter((clash) => !isSame(clash.theirs, clash.yours)),
    takenOver: [
      ...new Set(theirs.filter((part) => !yours.some(isPart(part))).map(({ name }) => name)),
    ],
  }
}
