// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test'
import { arrangementCalled } from './arranging'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('what two people change in one record at the same time is both kept, or asked about', {
  tag: '@work',
}, async ({ page, context, text, field, own, make }) => {
  const plan = await make('arrangements', arrangementCalled(own('Plan of two hands'), {}))
  const { id } = await make('actions', {
    arrangement: plan.id,
    status: 'planned',
    title: { en: own('Trainnig'), fr: own('Formation') },
  })
  const path = `/records/actions/${id}?edit`
  const title = (of: Page, language: string) =>
    of.getByRole('group', { name: field('action.title') }).getByRole('textbox', { name: language })
  const save = (of: Page) => of.getByRole('button', { name: text('kit.save') }).click()

  const followed = page.waitForResponse((answer) => answer.url().endsWith('/api/events'))
  await page.goto(path)
  await followed
  await title(page, 'Français').fill(own('Atelier'))

  const other = await context.newPage()
  const change = async (language: string, words: string) => {
    await other.goto(path)
    await title(other, language).fill(words)
    await save(other)
    await expect(other.getByRole('button', { name: text('records.edit') })).toBeVisible()
  }
  await change('English', own('Training'))
  await expect(page.getByText(text('records.newer'))).toBeVisible()
  await save(page)
  const told = page.getByRole('alert')
  await expect(told).toContainText(text('records.meanwhile'))
  await expect(title(page, 'English')).toHaveValue(own('Training'))
  await expect(title(page, 'Français')).toHaveValue(own('Atelier'))
  await expectAccessible(page)

  await change('Français', own('Cours'))
  await save(page)
  const clash = page.getByRole('radiogroup', { name: `${field('action.title')} (Français)` })
  await expect(clash).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await clash.getByRole('radio', { name: own('Cours') }).check()
  await expect(title(page, 'Français')).toHaveValue(own('Cours'))
  await clash.getByRole('radio', { name: own('Atelier') }).check()
  await save(page)
  await expect(page.getByRole('button', { name: text('records.edit') })).toBeVisible()
  const kept = await (await page.request.get(`/api/actions/${id}`)).json()
  expect(kept.title).toEqual({ en: own('Training'), fr: own('Atelier') })
  await other.close()
})
