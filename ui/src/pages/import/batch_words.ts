// SPDX-License-Identifier: Apache-2.0
import type { Batch } from '@/api/types'

// The key of what is said of a file by what its rows are: an activity sheet has reports where
// others have figures.
export function batchKey<Key extends string>(content: Batch['content'], key: Key) {
  return content === 'activities'
    ? (`import.activities.${key}` as const)
    : (`import.${key}` as const)
}
