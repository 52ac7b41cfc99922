// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useUndo } from '@/state/undo'

it('Each step can be taken back, and taken again, until another follows', () => {
  const { result } = renderHook(() => useUndo(() => 'one'))
  expect(result.current.undo).toBeUndefined()
  act(() => result.current.change('two'))
  act(() => result.current.change('three'))
  act(() => result.current.undo?.())
  expect(result.current.value).toBe('two')
  act(() => result.current.redo?.())
  expect(result.current.value).toBe('three')
  act(() => result.current.undo?.())
  act(() => result.current.change('four'))
  expect(result.current.redo).toBeUndefined()
  act(() => result.current.replace((value) => `${value}!`))
  expect([result.current.value, result.current.undo]).toEqual(['four!', undefined])
})
