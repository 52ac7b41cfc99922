// SPDX-License-Identifier: Apache-2.0
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('the corridor compares places along the route and never adds them', async ({
  page,
  open,
  text,
  language,
}) => {
  await open('/corridors?by=year')
  await expect(page.getByText(text('corridor.never_added'))).toBeVisible()
  await expect(page.getByRole('slider').nth(3)).toBeVisible()

  const year = (value: string) =>
    new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-arab' : language, {
      year: 'numeric',
    }).format(new Date(`${value}-06-01`))
  await choose(page, text('corridor.later'), year('2024'))
  const change = { en: '-41.9%', ar: '41', fr: '', es: '' }[language]
  const table = page.getByRole('table').first()
  if (language === 'en') await expect(table.getByText(change)).toBeVisible()
  await expect(table.getByRole('columnheader', { name: year('2023') })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the corridor is filtered by origin', async ({ page, open, text }) => {
  await open('/corridors?by=year&origin=VEN')
  await expect(
    page.getByRole('textbox', { name: text('figures.origin'), exact: true }),
  ).not.toHaveValue('')
  await expect(page.getByRole('slider').first()).toBeVisible()
})
