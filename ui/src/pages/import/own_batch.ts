// SPDX-License-Identifier: Apache-2.0
import { useMay, useSession } from '@/api/session'
import type { Batch } from '@/api/types'

// Whether the reader says who sees the file, and may destroy it: its owner's people who enter
// figures, and administrators.
export function useIsOwnBatch(batch: Batch) {
  const { data: session } = useSession()
  const isAdministrator = useMay('administrator')
  const entersFigures = useMay('contributor')
  return isAdministrator || (!!session && batch.owner === session.partner.id && entersFigures)
}
