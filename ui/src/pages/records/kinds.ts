// SPDX-License-Identifier: Apache-2.0
import type { Plural } from '@/api/records'
import type { Field } from '@/api/schema_reading'

// Of the kinds that are kept by hand: their columns in the list (all else is on the record's own
// page), their name in the labels, and who may make one. What a document says is asked for before
// what it belongs to, of which there is much to choose from.
export const kinds = {
  sources: {
    name: 'source',
    columns: ['name', 'title', 'publisher', 'licence'],
    role: 'information_officer',
  },
  places: { name: 'place', columns: ['code', 'name', 'kind', 'parent'], role: 'coordinator' },
  partners: {
    name: 'partner',
    columns: ['name', 'short_name', 'kind', 'country'],
    role: 'coordinator',
  },
  presences: {
    name: 'presence',
    columns: ['partner', 'place', 'since', 'until', 'services'],
    role: 'contributor',
  },
  needs: {
    name: 'need',
    columns: ['place', 'theme', 'people', 'count', 'since', 'until'],
    role: 'contributor',
  },
  dismissals: {
    name: 'dismissal',
    columns: ['concern', 'place', 'theme', 'note', 'until'],
    role: 'contributor',
  },
  contacts: {
    name: 'contact',
    columns: ['position', 'partner', 'focal_point', 'level', 'confirmed'],
    role: 'contributor',
  },
  arrangements: {
    name: 'arrangement',
    columns: ['title', 'level', 'form', 'status', 'begins', 'ends'],
    role: 'coordinator',
  },
  memberships: {
    name: 'membership',
    columns: ['partner', 'arrangement', 'role', 'since', 'until'],
    role: 'coordinator',
  },
  agreements: {
    name: 'agreement',
    columns: ['title', 'arrangement', 'signed_on', 'expires'],
    role: 'coordinator',
  },
  actions: {
    name: 'action',
    columns: ['title', 'arrangement', 'lead', 'status', 'due'],
    role: 'contributor',
  },
  reviews: {
    name: 'review',
    columns: ['text', 'finding', 'arrangement', 'author', 'dated'],
    role: 'contributor',
  },
  submissions: {
    name: 'submission',
    columns: ['title', 'arrangement', 'to', 'submitted_on', 'answered_on'],
    role: 'contributor',
  },
  plan_indicators: {
    name: 'plan_indicator',
    columns: ['name', 'sector', 'type'],
    role: 'coordinator',
  },
  activity_reports: {
    name: 'activity_report',
    columns: ['organisation', 'period', 'country', 'admin1', 'sector', 'activity'],
    role: 'contributor',
  },
  documents: {
    name: 'document',
    columns: ['title', 'type', 'arrangement', 'language', 'dated'],
    askedFirst: ['title', 'type', 'language', 'dated', 'address', 'reference'],
    role: 'contributor',
  },
  corridors: { name: 'corridor', columns: ['code', 'name', 'places'], role: 'coordinator' },
  rules: {
    name: 'rule',
    columns: ['method', 'place', 'indicator', 'source', 'reason'],
    role: 'coordinator',
  },
  rulings: {
    name: 'ruling',
    columns: ['indicator', 'place', 'from', 'to', 'source', 'withdrawn'],
    role: 'coordinator',
  },
  users: { name: 'user', columns: ['name', 'partner', 'role', 'disabled'], role: 'administrator' },
} as const satisfies Partial<Record<Plural, object>>

export type KeptPlural = keyof typeof kinds

export const keptPlural = (word: string | undefined): KeptPlural | undefined =>
  word && word in kinds ? (word as KeptPlural) : undefined

// Whether administrators alone read records of the kind, whatever stands in them.
export const isForAdministrators = (plural: KeptPlural): boolean =>
  kinds[plural].role === 'administrator'

// The fields of a form, those that are to be asked for first before the others.
export function inOrder(plural: KeptPlural, fields: Field[]): Field[] {
  const kind: { role: string; askedFirst?: readonly string[] } = kinds[plural]
  const first = kind.askedFirst ?? []
  const asked = first.flatMap((name) => fields.filter((field) => field.name === name))
  return [...asked, ...fields.filter(({ name }) => !first.includes(name))]
}
