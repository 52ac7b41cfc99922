// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

// An arrangement of its own for each browser, with one action that is late.
async function makePlan(page: Page, name: string) {
  const { csrf } = await (await page.request.get('/api/session')).json()
  const headers = { 'X-Tenpoint-Csrf': csrf }
  const make = async (plural: string, data: object) =>
    (await page.request.post(`/api/${plural}`, { headers, data })).json()
  const title = { en: name, fr: name, es: name, ar: name }
  const plan = await make('arrangements', {
    code: name.replace(/\W+/g, '-'),
    title,
    level: 'national',
    form: 'plan_of_action',
    status: 'active',
  })
  await make('actions', {
    arrangement: plan.id,
    title,
    status: 'planned',
    begins: '2024',
    due: '2025-03',
    target: 100,
  })
  return { plan: plan.id as string }
}

test('a plan is adopted; what is put off later is late by the date adopted', async ({
  page,
  open,
  text,
}, info) => {
  const name = `Adopted ${info.project.name} ${info.retry}`
  const { plan } = await makePlan(page, name)
  await open(`/arrangements/${plan}?tab=actions`)
  await page.getByRole('button', { name: text('arrangements.do'), exact: true }).click()
  await page.getByRole('menuitem', { name: text('adopt.title') }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: text('adopt.submit') }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('button', { name: text('records.edit') }).click()
  const lang = await page.locator('html').getAttribute('lang')
  const labels = await (await page.request.get(`/api/labels?lang=${lang}`)).json()
  await page.getByRole('textbox', { name: labels.kinds.action.due }).fill('2999-12')
  await page.getByRole('button', { name: text('kit.save') }).click()
  await expect(page.getByRole('button', { name: text('records.edit') })).toBeVisible()

  await open(`/actions?arrangement=${plan}&late=adopted`)
  const table = page.getByRole('table')
  await expect(table.getByText(text('actions.late'), { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await open(`/actions?arrangement=${plan}&late=now`)
  await expect(page.getByText(text('records.none'))).toBeVisible()
})

test('an action is moved over the board by the keyboard alone', async ({
  page,
  open,
  text,
}, info) => {
  const name = `Board ${info.project.name} ${info.retry}`
  const { plan } = await makePlan(page, name)
  await open(`/actions?arrangement=${plan}&view=board`)
  const lang = await page.locator('html').getAttribute('lang')
  const { codes } = await (await page.request.get(`/api/labels?lang=${lang}`)).json()
  const column = (status: string) =>
    page.getByRole('region', { name: codes.action_status[status], exact: true })
  await expect(column('planned').getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: text('actions.move_named', { name }) }).focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: codes.action_status.done })
  await item.focus()
  await page.keyboard.press('Enter')
  await expect(column('done').getByRole('link', { name, exact: true })).toBeVisible()
  await expect(page.getByText(text('actions.late'), { exact: true })).toBeHidden()

  await page.getByRole('tab', { name: text('actions.views.timeline') }).click()
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
