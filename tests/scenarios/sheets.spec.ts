// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('a sheet is composed, looked at in each language, printed and downloaded', async ({
  page,
  open,
  text,
}) => {
  await open('/sheets')
  const frame = page.frameLocator('iframe')
  await page.getByRole('tab', { name: 'العربية' }).click()
  // Another choice of dates leaves the language that is looked at as it is.
  await page.getByLabel(text('figures.from'), { exact: true }).fill('2023-01-01')
  await page.getByLabel(text('figures.to'), { exact: true }).fill('2023-12-31')
  await expect(frame.locator('body')).toContainText('٥٢٠٬٠٨٥')
  await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.getByRole('tab', { name: 'English' }).click()
  await expect(frame.locator('body')).toContainText('520,085')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: text('sheets.print') }).click()
  await expect(page.getByRole('alert').filter({ hasText: /\d|[٠-٩]/ })).toBeVisible()
  await page.getByRole('table').getByRole('button').first().click()
  for (const [format, start] of [
    ['html', '<!'],
    ['pdf', '%PDF'],
    ['xlsx', 'PK'],
  ] as const) {
    const link = page.getByRole('menuitem', { name: `${text(`formats.${format}`)}, العربية` })
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.status(), format).toBe(200)
    expect((await answer.body()).subarray(0, start.length).toString().toLowerCase()).toBe(
      start.toLowerCase(),
    )
  }
})
