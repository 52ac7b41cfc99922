// SPDX-License-Identifier: Apache-2.0
import type { Labels } from '@/api/types'
import { isForAdministrators, keptPlural, kinds } from '@/pages/records/kinds'

// Of the kinds that are found, what labels know each by.
const names: Record<string, string> = {
  ...Object.fromEntries(Object.entries(kinds).map(([plural, { name }]) => [plural, name])),
  batches: 'batch',
  sheets: 'sheet',
}

export const searchedKinds = Object.keys(names).filter((plural) => {
  const kept = keptPlural(plural)
  return !kept || !isForAdministrators(kept)
})

export const kindLabel = (labels: Labels, plural: string): string =>
  labels.kinds[names[plural] ?? plural]?._many ?? plural

// Where a record is shown: some have a page of their own.
export function pageOf(plural: string, id: string): string {
  if (plural === 'arrangements') return `/arrangements/${id}`
  if (plural === 'places') return `/places/${id}`
  if (plural === 'partners') return `/directory/${id}`
  if (plural === 'batches') return `/import/${id}`
  if (plural === 'sheets') return '/sheets'
  return `/records/${plural}/${id}`
}
