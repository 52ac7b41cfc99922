// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test.use({ isSignedIn: false })

test('a wrong password is refused in the reader’s language, the right one opens the page asked for', async ({
  page,
  open,
  text,
  language,
}) => {
  await open('/figures')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('sign_in.title'))
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const name = page.getByRole('textbox', { name: text('sign_in.name'), exact: true })
  const password = page.getByLabel(text('sign_in.password'), { exact: true })
  const submit = page.getByRole('button', { name: text('sign_in.submit') })
  await name.fill(process.env.TENPOINT_USER ?? '')
  await password.fill('not the password')
  await submit.click()
  await expect(page.getByRole('alert')).toBeVisible()

  await password.fill(process.env.TENPOINT_PASSWORD ?? '')
  await submit.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('figures.title'))
  await expect(page).toHaveTitle(`${text('figures.title')} · Tenpoint`)
})

test('a session that ended asks to sign in again and keeps the page', async ({
  page,
  open,
  text,
  context,
}) => {
  await open('/sheets')
  await page
    .getByRole('textbox', { name: text('sign_in.name'), exact: true })
    .fill(process.env.TENPOINT_USER ?? '')
  await page
    .getByLabel(text('sign_in.password'), { exact: true })
    .fill(process.env.TENPOINT_PASSWORD ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('sheets.title'))

  await expect(page.frameLocator('iframe').locator('body')).toContainText(/\d|[٠-٩]/)
  await context.clearCookies()
  await page.getByRole('button', { name: text('sheets.print') }).click()
  await expect(page.getByText(text('sign_in.ended'))).toBeVisible()
  await expect(page).toHaveURL(/\/sheets/)
})
