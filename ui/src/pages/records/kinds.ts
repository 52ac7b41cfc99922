// SPDX-License-Identifier: Apache-2.0
import type { Plural } from '@/api/records'

// Of the kinds that are kept by hand: their columns in the list (all else is on the record's own
// page), their name in the labels, and who may make one.
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
