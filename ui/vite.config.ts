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
    setupFiles: ['test/patience.ts'],
    testTimeout: 120_000,
    // Of what all pages build on, one file instead of many hundreds for each test to load.
    deps: {
      optimizer: {
        web: {
          enabled: true,
          include: [
            '@mantine/core',
            '@mantine/hooks',
            '@tanstack/react-query',
            '@testing-library/dom',
            '@testing-library/jest-dom/vitest',
            '@testing-library/react',
            '@testing-library/user-event',
            'i18next',
            'react-dom',
            'react-dom/client',
            'react-i18next',
            'react-router-dom',
          ],
        },
      },
    },
    // Node and Vite see the default export of one of them differently.
    server: { deps: { inline: ['i18next-icu', 'intl-messageformat'] } },
  },
})
