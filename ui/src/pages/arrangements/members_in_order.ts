// SPDX-License-Identifier: Apache-2.0
import { type Membership, memberRoles } from '@/api/arrangements'
import { isWithin } from '@/state/today'

export interface RoleGroup {
  role: Membership['role']
  now: Membership[]
  before: Membership[] // whose term is over, or has not begun
}

// Members by role, in the order in which an arrangement's people are told; at a rotating chair by
// turn, elsewhere by name.
export function membersByRole(
  memberships: readonly Membership[],
  today: string,
  nameOf: (partner: string) => string,
): RoleGroup[] {
  const inOrder = [...memberships].sort(
    (a, b) =>
      (a.chair_order ?? 0) - (b.chair_order ?? 0) ||
      nameOf(a.partner).localeCompare(nameOf(b.partner)),
  )
  return memberRoles.flatMap((role) => {
    const those = inOrder.filter((each) => each.role === role)
    if (those.length === 0) return []
    const isNow = ({ since, until }: Membership) => isWithin(since, until, today)
    return [{ role, now: those.filter(isNow), before: those.filter((each) => !isNow(each)) }]
  })
}
