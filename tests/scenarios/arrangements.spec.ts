// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test'
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

interface Found {
  id: string
  title: Record<string, string>
}

async function arrangement(page: Page, code: string): Promise<Found> {
  const answer = await page.request.get(`/api/arrangements?code=${code}`)
  return (await answer.json()).items[0]
}

async function inWords(page: Page) {
  const lang = (await page.locator('html').getAttribute('lang')) ?? 'en'
  const labels = await (await page.request.get(`/api/labels?lang=${lang}`)).json()
  return { lang, labels }
}

test('arrangements are seen as list, timeline and family tree, and a view can be sent', async ({
  page,
  open,
  text,
}) => {
  const network = await arrangement(page, 'aprrn')
  await open('/arrangements?level=regional')
  const { lang } = await inWords(page)
  const title = network.title[lang] ?? ''
  await page.getByRole('textbox', { name: text('records.search') }).fill('aprrn')
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('tab', { name: text('arrangements.views.timeline') }).click()
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(page).toHaveURL(/level=regional.*q=aprrn.*view=timeline/)
  await page.reload()
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('tab', { name: text('arrangements.views.family') }).click()
  const tree = page.getByRole('listitem').filter({ hasText: title })
  await expect(tree.getByRole('listitem')).toHaveCount(9)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the task force of Somalia is set up again in Yemen, and both say so', async ({
  page,
  open,
  text,
}, info) => {
  const model = await arrangement(page, 'somalia-mmtf')
  await open(`/arrangements/${model.id}`)
  const { labels, lang } = await inWords(page)
  await page.getByRole('button', { name: text('arrangements.do'), exact: true }).click()
  await page.getByRole('menuitem', { name: text('replicate.title') }).click()
  const dialog = page.getByRole('dialog', { name: text('replicate.title') })
  await expect(dialog.getByText(text('replicate.consequence'))).toBeVisible()
  await expectAccessible(page)
  const name = `Aden ${info.project.name} ${info.retry}`
  const { code, title } = labels.kinds.arrangement
  await dialog.getByRole('textbox', { name: code }).fill(name.replace(/\W+/g, '-'))
  await dialog.getByRole('textbox', { name: title }).fill(name)
  await dialog.getByRole('textbox', { name: text('replicate.places') }).fill(labels.countries.YEM)
  await page.getByRole('option', { name: labels.countries.YEM }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: text('replicate.submit') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(labels.codes.arrangement_status.planned).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: model.title[lang], exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(model.title[lang] ?? '')
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
})

test('a member is added from the page of its arrangement, and the reader is back there', async ({
  page,
  open,
  text,
}) => {
  const forum = await arrangement(page, 'global-migration-group')
  await open(`/arrangements/${forum.id}`)
  const { labels, lang } = await inWords(page)
  await page.getByRole('button', { name: text('arrangements.add'), exact: true }).click()
  await page.getByRole('menuitem', { name: text('arrangements.add_one.memberships') }).click()
  await choose(page, labels.kinds.membership.partner, /./)
  await choose(page, labels.kinds.membership.role, labels.codes.member_role.observer)
  await page.getByRole('button', { name: text('kit.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(forum.title[lang] ?? '')
  await expect(
    page.getByRole('heading', { name: text('arrangements.roles.observer') }),
  ).toBeVisible()
})
