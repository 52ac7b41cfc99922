// SPDX-License-Identifier: Apache-2.0
import type { Action } from '@/api/arrangements'
import type { Language, LocalText } from '@/api/types'
import { languages } from '@/state/language'

export const isAdopted = ({ adopted }: Pick<Action, 'adopted'>) => !!adopted.on

export const adoptedMembers = [
  'title',
  'description',
  'begins',
  'due',
  'indicator',
  'baseline',
  'target',
] as const
export type AdoptedMember = (typeof adoptedMembers)[number]

// What of an action is other today than it was adopted; nothing of a draft.
export function sinceAdopted(action: Pick<Action, AdoptedMember | 'adopted'>): AdoptedMember[] {
  if (!isAdopted(action)) return []
  return adoptedMembers.filter((name) => !isSame(action[name], action.adopted[name]))
}

export type Value = LocalText | string | number | null | undefined

// Empty for what is no text in several languages.
export const textIn = (value: Value, language: Language) =>
  typeof value === 'object' ? (value?.[language] ?? '') : ''

export const differingLanguages = (one: Value, other: Value) =>
  languages.filter((language) => textIn(one, language) !== textIn(other, language))

function isSame(now: Value, then: Value): boolean {
  if (typeof now === 'object' && now) return differingLanguages(now, then).length === 0
  return (now ?? null) === (then ?? null)
}
