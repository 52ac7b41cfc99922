// SPDX-License-Identifier: Apache-2.0
import type { Column } from '@/api/import_types'
import type { Draft } from './mapping_draft'

// What the parts of the mapping editor share.
export interface Editing {
  file: string
  sheet: string | null
  columns: Column[]
  suggested: Draft
  draft: Draft
  onChange: (draft: Draft) => void
}
