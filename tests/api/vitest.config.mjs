// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config'

// One node serves all files, which change its records one after the other, in one process: what they
// build on takes long to load.
export default defineConfig({
  test: {
    include: ['*.test.mjs'],
    globalSetup: './global_setup.mjs',
    fileParallelism: false,
    poolOptions: { forks: { singleFork: true, isolate: false } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
