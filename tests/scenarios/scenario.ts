// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

export { expect }

export type Language = 'en' | 'fr' | 'es' | 'ar'

export interface Settings {
  language: Language
  isSignedIn: boolean
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Texts = (key: string, values?: Record<string, string>) => string

interface Fixtures {
  text: Texts
  field: Texts // the label of a kind's member: 'membership.role'
  code: Texts // the label of a word: 'member_role.chair'
  number: (value: number) => string
  open: (path: string) => Promise<void>
  isNarrow: boolean
  openFilters: () => Promise<void> // of a list, which a telephone folds
  own: (name: string) => string // for what a play makes for itself: plays run two at once
  make: Make
}

// Makes a record, without showing how.
type Make = (plural: string, data: object) => Promise<{ id: string }>

// A browser of somebody who is signed in as the coordinator, unless said otherwise, and has chosen
// `language` before. What stands on the page is looked for by the words of that language, so that a
// missing one is found.
export const test = base.extend<Settings & Fixtures>({
  language: ['en', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  baseURL: async ({}, use) => use(process.env.TENPOINT_ADDRESS),
  isSignedIn: [true, { option: true }],
  storageState: async ({ language, isSignedIn, baseURL }, use) => {
    const { cookies } = JSON.parse(readFileSync(process.env.TENPOINT_STATE ?? '', 'utf8'))
    const localStorage = [{ name: 'tenpoint_language', value: language }]
    await use({
      cookies: isSignedIn ? cookies : [],
      origins: [{ origin: baseURL ?? '', localStorage }],
    })
  },
  text: async ({ language }, use) => use(textsOf(language)),
  field: async ({ language }, use) => use(textsOf(language, 'kinds')),
  code: async ({ language }, use) => use(textsOf(language, 'codes')),
  number: async ({ language }, use) => {
    const format = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-arab' : language)
    await use((value) => format.format(value))
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  own: async ({}, use, info) => use((name) => `${name} ${info.project.name} ${info.retry}`),
  make: async ({ page }, use) => {
    const { csrf } = await (await page.request.get('/api/session')).json()
    await use(async (plural, data) => {
      const headers = { 'X-Tenpoint-Csrf': csrf }
      const answer = await page.request.post(`/api/${plural}`, { headers, data })
      expect(answer.status(), await answer.text()).toBe(201)
      return answer.json()
    })
  },
  isNarrow: async ({ viewport }, use) => use((viewport?.width ?? 0) < 600),
  openFilters: async ({ page, text, isNarrow }, use) =>
    use(async () => {
      if (isNarrow) await page.getByRole('button', { name: text('kit.filters') }).press('Enter')
    }),
  page: async ({ page }, use) => {
    const trouble = watch(page)
    await use(page)
    expect(trouble, 'nothing goes wrong unseen').toEqual([])
  },
  open: async ({ page }, use) =>
    use(async (path) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }),
})

export function textsOf(language: Language, part = 'ui'): Texts {
  const file = join(root, `translations/${language}/${part}.json`)
  const texts = JSON.parse(readFileSync(file, 'utf8'))
  return (key, values = {}) => {
    let found = texts
    for (const word of key.split('.')) found = found?.[word]
    if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`)
    return found.replace(/\{(\w+)(?:, number)?\}/g, (whole, name) => values[name] ?? whole)
  }
}

// The sentences of refusals.
export function problemsOf(language: Language): Record<string, string> {
  return JSON.parse(readFileSync(join(root, `translations/${language}/problems.json`), 'utf8'))
}

// What belongs to a play: refusals that it provokes, and that a preview's frame runs no script, not
// even those by which Playwright looks into it.
const expected = [
  /the server responded with a status of 4\d\d/,
  /^Blocked script execution in '[^']*\/api\/sheets\/preview/,
]

// Errors of scripts, and what the content security policy refused.
function watch(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    const isExpected = expected.some((text) => text.test(message.text()))
    if (message.type() === 'error' && !isExpected) trouble.push(message.text())
  })
  return trouble
}

// Opens a field with a list of choices and takes one.
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Free of what axe can find against WCAG 2.2 AA, or by some of its rules alone. It is put into a
// page once, and leaves out the details of what is in order: both take it longer than its work.
export async function expectAccessible(page: Page, rules = criteria): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options: RunOptions = { runOnly: rules, resultTypes: ['violations'] }
  const found = await page.evaluate(async (options) => {
    // Half-way between two colours is neither.
    const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition)
    await Promise.allSettled(transitions.map((each) => each.finished))
    const { violations } = await window.axe.run({ exclude: 'iframe' }, options)
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(' | ')})`,
    )
  }, options)
  expect(found).toEqual([])
}

// What a page is made of is the same in both themes; only its colours are looked at twice.
export async function expectLegibleInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectAccessible(page, ['color-contrast', 'link-in-text-block'])
}

// Nothing sticks out to the side.
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBeLessThanOrEqual(0)
}

// A year of its own for each play, so that what one reads or enters meets nothing of another's. It
// is before all that the example has figures of.
export const yearOf = (play: string): number =>
  1955 + (Buffer.from(play).reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7) % 55)
