// SPDX-License-Identifier: Apache-2.0
import type { Column } from '@/api/import_types'

// The different texts that are known of a column before all of it is looked through.
export const samplesOf = (column: Column | undefined): string[] => [
  ...new Set((column?.samples ?? []).filter(Boolean)),
]
