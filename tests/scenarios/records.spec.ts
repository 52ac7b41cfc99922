// SPDX-License-Identifier: Apache-2.0
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test(
  'a partner is added, found, changed with its history kept, and removed',
  { tag: '@work' },
  async ({ page, open, text }, info) => {
    const name = `Red de albergues ${info.project.name}`
    const labels = await (async () => {
      await open('/records/partners')
      const lang = await page.locator('html').getAttribute('lang')
      return (await page.request.get(`/api/labels?lang=${lang}`)).json()
    })()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const label = (field: string): string =>
      labels.kinds.partner[field] ?? labels.kinds.record[field]

    await page.getByRole('link', { name: text('records.new') }).click()
    await page
      .getByRole('textbox', { name: label('name') })
      .first()
      .fill(name)
    await choose(page, label('kind'), /./)
    await page.getByRole('button', { name: text('kit.save') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

    await page.getByRole('button', { name: text('records.edit') }).click()
    await page.getByRole('textbox', { name: label('short_name') }).fill('RA')
    await expect(page.getByRole('textbox', { name: label('shared_with') })).toBeHidden()
    await choose(page, label('visibility'), labels.codes.visibility.restricted)
    await choose(page, label('shared_with'), /./)
    await page.keyboard.press('Escape')
    await expectAccessible(page)
    await page.getByRole('button', { name: text('kit.save') }).click()
    await expect(
      page.getByRole('definition').filter({ hasText: labels.codes.visibility.restricted }),
    ).toBeVisible()
    await page.getByRole('tab', { name: text('records.history') }).click()
    await expect(page.getByRole('table').getByText('RA', { exact: true })).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('tab', { name: text('records.details') }).click()
    await page.getByRole('button', { name: text('records.remove') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: text('records.remove') })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('navigation.partners'))
    await page.getByRole('textbox', { name: text('records.search') }).fill(name)
    await expect(page.getByText(text('records.none'))).toBeVisible()
  },
)

test('a place is found and opens to its details', async ({ page, open, text }) => {
  await open('/records/places')
  await page.getByRole('textbox', { name: text('records.search') }).fill('PAN-DARIEN')
  await page.getByRole('link', { name: 'PAN-DARIEN' }).click()
  await expect(page.getByText('PAN-DARIEN')).toBeVisible()
  await expectNoSidewaysScroll(page)
})
