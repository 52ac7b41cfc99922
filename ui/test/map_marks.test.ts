// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { nextMark } from '@/charts/map_marks'

const marks = [
  { key: 'middle', x: 50, y: 50 },
  { key: 'east', x: 90, y: 55 },
  { key: 'near east, but far south', x: 60, y: 95 },
  { key: 'west', x: 10, y: 50 },
  { key: 'north', x: 55, y: 5 },
]

describe('arrow keys on a map', () => {
  it.each([
    ['ArrowRight', 'east'],
    ['ArrowLeft', 'west'],
    ['ArrowUp', 'north'],
    ['ArrowDown', 'near east, but far south'],
    ['Home', 'middle'],
    ['End', 'north'],
  ])('%s leads to the nearest on that side', (key, expected) => {
    expect(nextMark(marks, 'middle', key)).toBe(expected)
  })

  it('lead nowhere at the edge, and other keys do not', () => {
    expect(nextMark(marks, 'east', 'ArrowRight')).toBeUndefined()
    expect(nextMark(marks, 'middle', 'Enter')).toBeUndefined()
    expect(nextMark([], 'middle', 'Home')).toBeUndefined()
  })
})
