// SPDX-License-Identifier: Apache-2.0
import type { LocalText } from '@/api/types'
import { type KnownPlaces, useKnownPlaces } from '@/state/known_places'
import { plainText } from '@/state/text_search'

const longest = 40
const deepest = 16

// The country that a place lies in, else the place itself: what a code of ours begins with.
function beginning(parent: string, known: KnownPlaces): string {
  let here = known(parent)
  const first = here?.code ?? ''
  for (let depth = 0; here && depth < deepest; depth++) {
    if (here.kind === 'country') return here.code
    here = here.parent ? known(here.parent) : undefined
  }
  return first
}

// "YEM-PORT-OF-ADEN" for a new place within Yemen; nothing for areas, whose P-codes are others' to
// give, and for countries.
export function codeOf(said: Record<string, unknown>, known: KnownPlaces): string {
  if (['country', 'admin1', 'admin2'].includes(String(said.kind))) return ''
  const name = plainText(((said.name ?? {}) as LocalText).en ?? '')
  const words = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (!words) return ''
  const start = said.kind === 'route' ? 'ROUTE' : beginning(String(said.parent ?? ''), known)
  return [start, words].filter(Boolean).join('-').slice(0, longest).replace(/-$/, '')
}

export function useCodeProposal() {
  const known = useKnownPlaces()
  return (said: Record<string, unknown>) => {
    const code = codeOf(said, known)
    return code ? { code } : {}
  }
}
