// SPDX-License-Identifier: Apache-2.0
import type { RecordEnvelope } from './types'

// Whose a record is, and who may read it.
export type Openness = Pick<RecordEnvelope, 'owner' | 'visibility' | 'shared_with'>

// Those readers alone who may read `whole` as well, as the server has it
// (src/desks/arrangements/openness.hpp).
export function noMoreOpen(draft: Openness, whole: Openness): Openness {
  if (draft.visibility === 'confidential') return draft
  if (whole.visibility === 'confidential')
    return { ...draft, visibility: 'confidential', shared_with: [] }
  if (whole.visibility !== 'restricted') return draft
  const partners = [...new Set([...whole.shared_with, ...(whole.owner ? [whole.owner] : [])])]
  const shared_with =
    draft.visibility === 'restricted'
      ? draft.shared_with.filter((id) => id === draft.owner || partners.includes(id))
      : partners.filter((id) => id !== draft.owner)
  return { ...draft, visibility: 'restricted', shared_with }
}

export function isMoreOpen(record: Openness, whole: Openness): boolean {
  const closed = noMoreOpen(record, whole)
  return (
    closed.visibility !== record.visibility ||
    closed.shared_with.length !== record.shared_with.length
  )
}
