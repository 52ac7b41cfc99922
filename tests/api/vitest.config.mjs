// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config'

// One node serves all files, which change its records one after the other.
export default defineConfig({
  test: {
    include: ['*.test.mjs'],
    globalSetup: './global_setup.mjs',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
