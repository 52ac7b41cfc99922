// SPDX-License-Identifier: Apache-2.0
import type { Action } from '@/api/arrangements'
import { periodStart } from '@/state/periods'
import { isOpen } from './lateness'

// What is due first, first; then what has no date, in the order in which it was written down.
export function byDue(a: Action, b: Action): number {
  const when = ({ due }: Action) => (due ? periodStart(due) : '9999')
  return when(a).localeCompare(when(b)) || a.created_at.localeCompare(b.created_at)
}

// What is still to be done, then what is done or dropped.
export function openFirst(a: Action, b: Action): number {
  return Number(isOpen(b)) - Number(isOpen(a)) || byDue(a, b)
}
