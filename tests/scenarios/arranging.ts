// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test'
import type { Texts } from './scenario'

// What an arrangement of a play's own is made of.
export const arrangementCalled = (name: string, more: object) => ({
  code: name.replace(/\W+/g, '-'),
  title: { en: name },
  level: 'regional',
  form: 'network',
  status: 'active',
  ...more,
})

interface Found {
  id: string
  title: Record<string, string>
}

// One of the example's.
export async function arrangementOf(page: Page, code: string): Promise<Found> {
  const answer = await page.request.get(`/api/arrangements?code=${code}`)
  return (await answer.json()).items[0]
}

// From the page of an arrangement to the form of what is added to it.
export async function startAdding(page: Page, text: Texts, what: string): Promise<void> {
  await page.getByRole('button', { name: text('arrangements.add'), exact: true }).click()
  await page.getByRole('menuitem', { name: text(`arrangements.add_one.${what}`) }).click()
}

// To what is done with it as a whole.
export async function startDoing(page: Page, text: Texts, what: string): Promise<void> {
  await page.getByRole('button', { name: text('arrangements.do'), exact: true }).click()
  await page.getByRole('menuitem', { name: text(what) }).click()
}
