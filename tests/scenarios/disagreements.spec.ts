// SPDX-License-Identifier: Apache-2.0
import { makeDispute } from './disputed'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('sources that disagree are looked at side by side, ruled on, and the ruling withdrawn', {
  tag: '@work',
}, async ({ page, open, text, number, make, own }) => {
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
  await expect(
    dialog.getByRole('listitem'),
    'January, and March with April: nobody rules on February',
  ).toHaveCount(2)
  await dialog.getByRole('radio', { name: office }).check()
  await dialog.getByLabel(text('ruling.reason')).fill('They count at night too.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: text('ruling.submit') }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('They count at night too.')).toHaveCount(2)
  await expect(table.getByRole('link', { name: text('disagreements.ruled') })).toHaveCount(3)
  await expect(page.getByRole('checkbox', { name: /2025|٢٠٢٥/ })).toHaveCount(0)

  const figures = await page.request.get(`/api/figures?place=${place}&by=period:year`)
  expect((await figures.json()).figures[0].count, 'those of the office, but for February').toBe(
    1600,
  )

  const withdraw = { name: text('disagreements.withdraw'), exact: true }
  for (const left of [1, 0]) {
    await page.getByRole('main').getByRole('button', withdraw).first().click()
    const withdrawing = page.getByRole('dialog')
    await withdrawing.getByRole('textbox').fill('They do not.')
    await withdrawing.getByRole('button', withdraw).click()
    await expect(page.getByRole('main').getByRole('button', withdraw)).toHaveCount(left)
  }
  await expect(page.getByText(text('disagreements.withdrawn'), { exact: true })).toHaveCount(2)
  await expect(table.getByRole('link', { name: text('disagreements.ruled') })).toHaveCount(0)
  await expectNoSidewaysScroll(page)
})

test('where nobody disagrees the page says so', async ({ page, open, text }) => {
  await open('/disagreements?place=PAN-DARIEN')
  await expect(page.getByText(text('disagreements.none_so'))).toBeVisible()
})
