// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@/api/arrangements'

// Whether an agreement has run out, or does within the days before which somebody must know.
export function expiryOf(
  { expires, notice_days }: Pick<Agreement, 'expires' | 'notice_days'>,
  today: string,
): 'expired' | 'expires_soon' | 'none' {
  if (!expires) return 'none'
  if (expires < today) return 'expired'
  const daysLeft = (Date.parse(expires) - Date.parse(today)) / 86_400_000
  return daysLeft <= (notice_days ?? 0) ? 'expires_soon' : 'none'
}
