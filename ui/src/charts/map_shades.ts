// SPDX-License-Identifier: Apache-2.0

// The greatest of 1, 2, 5, 10, 20, 50 … that is no greater: what people read at a glance.
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  const lead = Math.max(1, value) / power
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power
}

// Where each shade of a map begins: at round numbers, with about as many countries in each shade.
// Equal steps would leave all countries but one in the lightest, since a few have most of all. Of
// fewer values than shades each has its own.
export function shadeBounds(values: readonly number[], shades: number): number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const different = [...new Set(sorted)]
  if (different.length <= shades) return different.length > 0 ? different : [1]
  const bounds = Array.from({ length: shades }, (_, shade) =>
    rounded(sorted[Math.floor((sorted.length * shade) / shades)] ?? 1),
  )
  return [...new Set(bounds)]
}

// The number of the shade of a value, from nought.
export const shadeOf = (value: number, bounds: number[]) =>
  Math.max(0, bounds.filter((bound) => bound <= value).length - 1)

// The values of a shade, from the first to the last, of figures up to the greatest.
export function shadeRange(shade: number, bounds: number[], greatest: number) {
  const from = bounds[shade] ?? 1
  const next = bounds[shade + 1]
  return { from, to: next === undefined ? Math.max(from, greatest) : next - 1 }
}
