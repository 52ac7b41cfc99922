// SPDX-License-Identifier: Apache-2.0
import type { Arrangement } from '@/api/arrangements'

export interface ViewProps {
  found: Arrangement[]
  all: Arrangement[] // with those that the filters leave out
}
