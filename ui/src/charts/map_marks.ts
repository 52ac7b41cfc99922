// SPDX-License-Identifier: Apache-2.0

// Something on a map that opens, and where it is, in pixels.
export interface MapMark {
  key: string
  x: number
  y: number
}

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

// The mark to which an arrow key leads: the nearest on that side, where what lies straight ahead is
// nearer than what lies askew. Home and End lead to the first and the last; nothing where there is
// none.
export function nextMark(marks: readonly MapMark[], from: string, key: string): string | undefined {
  if (key === 'Home') return marks[0]?.key
  if (key === 'End') return marks.at(-1)?.key
  const here = marks.find((mark) => mark.key === from)
  const direction = directions[key]
  if (!here || !direction) return undefined
  const [right, down] = direction
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const mark of marks) {
    const [x, y] = [mark.x - here.x, mark.y - here.y]
    const ahead = x * right + y * down
    const distance = ahead + 2 * Math.abs(x * down - y * right)
    if (mark.key === from || ahead <= 0 || distance >= least) continue
    nearest = mark.key
    least = distance
  }
  return nearest
}
