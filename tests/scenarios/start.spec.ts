// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('the start page shows what waits, the corridor’s figures and a sheet for each year', async ({
  page,
  open,
  text,
  language,
}) => {
  await open('/')
  await expect(page.getByRole('heading', { name: text('start.today') })).toBeVisible()
  // Panama’s total for 2024, the last whole year of its file.
  const total = { en: '302,203', ar: '٣٠٢٬٢٠٣', fr: '', es: '' }[language]
  await expect(page.getByText(total).first()).toBeVisible()
  const year = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-arab' : language, {
    year: 'numeric',
  }).format(new Date('2024-06-01'))
  await expect(
    page.getByRole('link', { name: text('start.sheet_of', { year }), exact: true }).first(),
  ).toHaveAttribute('href', /from=2024-01-01&to=2024-12-31/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the whole layout turns with the language, and the choice is remembered', async ({
  page,
  open,
  language,
}) => {
  await open('/')
  const other = language === 'ar' ? 'English' : 'العربية'
  await page.getByRole('button', { name: /Language|اللغة/ }).click()
  await page.getByRole('menuitem', { name: other }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'ltr' : 'rtl')
  const brand = await page.getByRole('link', { name: 'Tenpoint' }).boundingBox()
  const middle = (page.viewportSize()?.width ?? 0) / 2
  if (language === 'ar') expect(brand?.x).toBeLessThan(middle)
  else expect((brand?.x ?? 0) + (brand?.width ?? 0)).toBeGreaterThan(middle)
})

test('every page is reached through the navigation', async ({ page, open, text, isNarrow }) => {
  await open('/')
  for (const [key, title] of [
    ['figures', text('figures.title')],
    ['import', text('import.title')],
    ['sheets', text('sheets.title')],
    ['response', text('who_does_what.title')],
    ['sources', text('navigation.sources')],
    ['places', text('navigation.places')],
    ['partners', text('navigation.partners')],
    ['rules', text('navigation.rules')],
    ['rulings', text('navigation.rulings')],
  ] as const) {
    if (isNarrow) await page.getByRole('button', { name: text('navigation.open') }).click()
    await page
      .getByRole('navigation', { name: text('navigation.label') })
      .getByRole('link', { name: text(`navigation.${key}`), exact: true })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  }
})

test('what a response does is one desk, with a tab for each of its pages', async ({
  page,
  open,
  text,
  isNarrow,
}) => {
  await open('/who-does-what')
  const tabs = page.getByRole('navigation', { name: text('navigation.response') })
  for (const [key, title] of [
    ['gaps', text('gaps.title')],
    ['reach', text('reach.title')],
    ['activity_reports', text('navigation.activity_reports')],
    ['plan_indicators', text('navigation.plan_indicators')],
    ['needs', text('navigation.needs')],
    ['who_does_what', text('who_does_what.title')],
  ] as const) {
    const tab = tabs.getByRole('link', { name: text(`navigation.${key}`), exact: true })
    await tab.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(tab).toHaveAttribute('aria-current', 'page')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    if (isNarrow) await page.getByRole('button', { name: text('navigation.open') }).click()
    await expect(
      page
        .getByRole('navigation', { name: text('navigation.label') })
        .getByRole('link', { name: text('navigation.response'), exact: true }),
    ).toHaveAttribute('data-active', 'true')
    if (isNarrow) await page.getByRole('button', { name: text('navigation.close') }).click()
  }
})

test('the keyboard alone skips to the content', async ({ page, open, text }) => {
  await open('/figures')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: text('shell.skip') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})
