// SPDX-License-Identifier: Apache-2.0

// An entry that nobody has confirmed for a year may be wrong.
export function isStale(confirmed: string | null, today: string): boolean {
  if (!confirmed) return true
  const aYearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return confirmed < aYearAgo
}
