// SPDX-License-Identifier: Apache-2.0

// Where each shade of a map begins: one, and the greatest powers of ten up to the greatest value,
// no more shades than there are. Counts of people by origin span so many sizes that equal steps
// would leave all countries but one in the lightest.
export function shadeBounds(greatest: number, shades: number): number[] {
  const highest = Math.floor(Math.log10(Math.max(1, greatest)))
  const lowest = Math.max(1, highest - shades + 2)
  const bounds = [1]
  for (let power = lowest; power <= highest; power++) bounds.push(10 ** power)
  return bounds
}

// The number of the shade of a value, from nought.
export const shadeOf = (value: number, bounds: number[]) =>
  Math.max(0, bounds.filter((bound) => bound <= value).length - 1)
