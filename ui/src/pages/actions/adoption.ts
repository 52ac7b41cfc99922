// SPDX-License-Identifier: Apache-2.0
import type { Action } from '@/api/arrangements'
import type { LocalText } from '@/api/types'
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

type Value = LocalText | string | number | null | undefined

function isSame(now: Value, then: Value): boolean {
  if (typeof now === 'object' && now)
    return languages.every(
      (language) => (now[language] ?? '') === ((then as LocalText | undefined)?.[language] ?? ''),
    )
  return (now ?? null) === (then ?? null)
}
