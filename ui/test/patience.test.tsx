// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { getConfig } from '@testing-library/react'
import { expect, it } from 'vitest'

it('holds for what the tests wait with, however their libraries are put together', () => {
  expect(getConfig().asyncUtilTimeout).toBe(30_000)
})
