// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath, URL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { '@': folder('./src'), '@translations': folder('../translations') },
  },
  // The server puts a fresh nonce in place of this mark each time it sends index.html.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': process.env.TENPOINT_API ?? 'http://127.0.0.1:8010' },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    css: false,
    setupFiles: ['test/patience.ts', 'test/browser.ts'],
    // One process for all: what pages build on takes longer to load than their tests to run. What a
    // test leaves behind, the next one finds: see test/browser.ts.
    poolOptions: { forks: { singleFork: true, isolate: false } },
    testTimeout: 120_000,
    // Node and Vite see the default export of one of them differently.
    server: { deps: { inline: ['i18next-icu', 'intl-messageformat'] } },
  },
})
