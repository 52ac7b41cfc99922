// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

const darien2023 = { en: '520,085', ar: '٥٢٠٬٠٨٥', fr: '', es: '' }

test('a number opens to the source, the rule and the rows it was made from', async ({
  page,
  open,
  text,
  language,
}) => {
  await open('/figures?place=PAN-DARIEN&indicator=crossing&unit=year&view=table')
  const number = darien2023[language]
  await page.getByRole('button', { name: text('figures.open_sources', { number }) }).click()
  const panel = page.getByRole('dialog', { name: text('explanation.title') })
  await expect(panel.getByText(number).first()).toBeVisible()
  await expect(panel.getByText(text('explanation.used'), { exact: true })).toBeVisible()
  await panel
    .getByRole('button', { name: text('explanation.show_rows') })
    .first()
    .click()
  await expect(panel.getByRole('table').first().locator('tbody tr').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('filters stand in the address, and the trend is read by keyboard', async ({
  page,
  open,
  text,
  language,
}) => {
  await open('/figures?place=PAN-DARIEN&indicator=crossing&unit=year&from=2021-01&to=2024-12')
  const trend = page.getByRole('slider').first()
  await trend.focus()
  await page.keyboard.press('End')
  await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft')
  await expect(trend).toHaveAttribute('aria-valuetext', new RegExp(darien2023[language]))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: text('explanation.title') })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByLabel(text('figures.from'), { exact: true }).fill('2022-01')
  await expect(page).toHaveURL(/from=2022-01/)
  await page.goBack()
  await expectNoSidewaysScroll(page)
})

test('a year whose women and men are of no stated age is told by sex', async ({
  page,
  open,
  text,
  code,
  number,
}) => {
  await open(
    '/figures?place=PAN-DARIEN&indicator=crossing&unit=year&from=2022-01&to=2022-12&view=table&groups=period,sex,age',
  )
  const women = page.getByRole('row').filter({ hasText: number(69_114) })
  await expect(women.getByText(code('sex.female'))).toBeVisible()
  await expect(women.getByText(text('figures.not_broken_down'))).toBeVisible()
})

test('composition and map show where people come from, with a table beside the map', async ({
  page,
  open,
  text,
}) => {
  await open(
    '/figures?place=PAN-DARIEN&indicator=crossing&from=2023-01&to=2023-12&view=composition',
  )
  await expect(page.getByRole('table').first().getByRole('row')).not.toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('tab', { name: text('figures.views.map') }).click()
  await expect(page.locator('svg[role=img] path').first()).toBeVisible()
  await page.getByRole('button', { name: new RegExp(text('charts.as_table')) }).click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test('figures download as CSV, Excel and HXL', async ({ page, open, text }) => {
  await open('/figures?place=PAN-DARIEN&unit=year')
  await page.getByRole('button', { name: text('kit.download') }).click()
  for (const format of ['csv', 'xlsx', 'hxl']) {
    const link = page.getByRole('menuitem', { name: text(`formats.${format}`), exact: true })
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.status(), format).toBe(200)
    expect((await answer.body()).length, format).toBeGreaterThan(100)
  }
})
