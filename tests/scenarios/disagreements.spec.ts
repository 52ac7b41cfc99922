// SPDX-License-Identifier: Apache-2.0
import { makeDispute } from './disputed'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('sources that disagree are looked at side by side, ruled on, and the ruling withdrawn', async ({
  page,
  open,
  text,
  number,
  make,
  own,
}) => {
  const { place, office } = await makeDispute(page, make, own('months'))
  await open(`/disagreements?place=${place}`)
  const table = page.getByRole('group', { name: new RegExp(place) }).last()
  await expect(table.locator('tbody tr')).toHaveCount(3)
  await expect(table).toContainText(number(350))
  await expect(table, 'they agree in February').not.toContainText(number(490))
  await page.getByText(text('disagreements.also_alike'), { exact: true }).click()
  await expect(table).toContainText(number(490))
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: text('disagreements.choose_unruled') }).click()
  await page.getByRole('button', { name: /3|٣/ }).first().click()
  const dialog = page.getByRole('dialog', { name: text('ruling.title') })
  await expect(dialog.getByLabel(text('ruling.from'), { exact: true })).toHaveValue('2025-01-01')
  await expect(dialog.getByLabel(text('ruling.to'), { exact: true })).toHaveValue('2025-04-30')
  await dialog.getByRole('radio', { name: office }).check()
  await dialog.getByLabel(text('ruling.reason')).fill('They count at night too.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: text('ruling.submit') }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('They count at night too.')).toBeVisible()
  await expect(table.getByRole('link', { name: text('disagreements.ruled') })).toHaveCount(4)

  const figures = await page.request.get(`/api/figures?place=${place}&by=period:year`)
  expect((await figures.json()).figures[0].count, 'those of the office').toBe(1590)

  await page.getByRole('button', { name: text('disagreements.withdraw'), exact: true }).click()
  const withdrawing = page.getByRole('dialog')
  await withdrawing.getByRole('textbox').fill('They do not.')
  await withdrawing
    .getByRole('button', { name: text('disagreements.withdraw'), exact: true })
    .click()
  await expect(page.getByText(text('disagreements.withdrawn'), { exact: true })).toBeVisible()
  await expect(table.getByRole('link', { name: text('disagreements.ruled') })).toHaveCount(0)
  await expectNoSidewaysScroll(page)
})

test('where nobody disagrees the page says so', async ({ page, open, text }) => {
  await open('/disagreements?place=PAN-DARIEN')
  await expect(page.getByText(text('disagreements.none_so'))).toBeVisible()
})
