// SPDX-License-Identifier: Apache-2.0
import type { Action } from '@/api/arrangements'
import { isPast } from '@/state/today'

export const isOpen = ({ status }: Pick<Action, 'status'>) =>
  status === 'planned' || status === 'under_way'

// Due before today and neither done nor dropped. What is due in a month is late after the month.
export const isLate = (action: Pick<Action, 'status' | 'due'>, today: string): boolean =>
  isOpen(action) && !!action.due && isPast(action.due, today)

// The same by the date that was adopted, whatever has become of it since.
export const isLateAsAdopted = (
  action: Pick<Action, 'status' | 'adopted'>,
  today: string,
): boolean => isLate({ status: action.status, due: action.adopted.due ?? null }, today)
