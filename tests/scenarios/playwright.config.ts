// SPDX-License-Identifier: Apache-2.0
import { defineConfig, type PlaywrightTestOptions, type Project } from '@playwright/test'
import type { Settings } from './scenario'

const desktop = { width: 1280, height: 900 }
const telephone = { width: 390, height: 844 }
// They choose their languages and widths themselves.
const ownChoice = /(accessibility|weight)\.spec\.ts/
// Both widths and both languages in two combinations; the other two are for ./test --long, and not
// for long work.
const everywhere = process.env.TENPOINT_PLAY_EVERYWHERE === '1'
const work = /@work/

const otherCombinations: Project<PlaywrightTestOptions & Settings>[] = [
  {
    name: 'desktop, Arabic',
    testIgnore: ownChoice,
    grepInvert: work,
    use: { viewport: desktop, language: 'ar' },
  },
  {
    name: 'telephone, English',
    testIgnore: ownChoice,
    grepInvert: work,
    use: { viewport: telephone, language: 'en' },
  },
]

// Each page is played in browsers of both widths, in English and in Arabic, against one program
// with the example workspace.
export default defineConfig<Settings>({
  testDir: '.',
  outputDir: '../../build/scenarios',
  globalSetup: './start_program.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 180_000, // a busy machine is no failure
  expect: { timeout: 30_000 },
  forbidOnly: !!process.env.CI,
  retries: 1, // a busy machine may let one wait too long; the report names what needed a second try
  use: {
    launchOptions: {
      executablePath: '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox', '--disable-gpu'],
    },
    contextOptions: { reducedMotion: 'reduce' }, // nobody watches
    actionTimeout: 30_000,
    trace: 'on-first-retry', // it takes as long again as the play
  },
  projects: [
    {
      name: 'desktop, English',
      testIgnore: ownChoice,
      use: { viewport: desktop, language: 'en' },
    },
    {
      name: 'telephone, Arabic',
      testIgnore: ownChoice,
      use: { viewport: telephone, language: 'ar' },
    },
    { name: 'own choice', testMatch: ownChoice, use: { viewport: desktop, language: 'en' } },
    ...(everywhere ? otherCombinations : []),
  ],
})
