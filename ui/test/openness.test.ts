// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { isMoreOpen, noMoreOpen, type Openness } from '@/api/openness'

const of = (owner: string, visibility: Openness['visibility'], ...shared_with: string[]) =>
  ({ owner, visibility, shared_with }) as Openness

it.each([
  [of('a', 'partners'), of('b', 'public'), of('a', 'partners')],
  [of('a', 'partners'), of('b', 'restricted', 'a', 'c'), of('a', 'restricted', 'c', 'b')],
  [of('a', 'restricted', 'c', 'd'), of('b', 'restricted', 'c'), of('a', 'restricted', 'c')],
  [of('a', 'restricted', 'c'), of('b', 'confidential'), of('a', 'confidential')],
  [of('a', 'confidential'), of('b', 'restricted'), of('a', 'confidential')],
])('%o within %o is %o', (draft, whole, closed) => {
  expect(noMoreOpen(draft, whole)).toEqual(closed)
  expect(isMoreOpen(draft, whole)).toBe(
    closed.visibility !== draft.visibility || draft.shared_with.length === 2,
  )
  expect(isMoreOpen(closed, whole)).toBe(false)
})
