// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, problemsOf, test } from './scenario'

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
  const submit = page.getByRole('button', { name: text('sign_in.submit'), exact: true })
  await name.fill(process.env.TENPOINT_USER ?? '')
  await password.fill('not the password')
  await submit.click()
  await expect(page.getByRole('alert')).toBeVisible()

  await password.fill(process.env.TENPOINT_PASSWORD ?? '')
  await submit.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('figures.title'))
  await expect(page).toHaveTitle(`${text('figures.title')} · Tenpoint`)
})

test('a session that ended asks to sign in again and keeps the page', { tag: '@work' }, async ({
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

// The provider is another site to the browser.
test(
  'whoever is let in by the provider gets the page that was asked for; others are told why not',
  { tag: '@work' },
  async ({ page, open, text, language, playwright }, info) => {
    const email = `${info.project.name.replace(/\W/g, '_')}.${info.retry}@example.org`
    const administrator = await playwright.request.newContext({
      baseURL: process.env.TENPOINT_ADDRESS,
    })
    const data = { name: 'administrator', password: process.env.TENPOINT_PASSWORD }
    const { csrf, partner } = await (await administrator.post('/api/session', { data })).json()
    const made = await administrator.post('/api/users', {
      headers: { 'X-Tenpoint-Csrf': csrf },
      data: { name: email, partner: partner.id, role: 'reader', email, openid_allowed: true },
    })
    expect(made.status()).toBe(201)
    await administrator.dispose()

    await open('/sheets')
    const button = page.getByRole('button', {
      name: text('sign_in.openid', { name: 'The Provider' }),
    })
    await expect(button).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const goThere = async (name: string, way: string) => {
      await button.click()
      await page.getByLabel('E-mail').fill(name)
      await page.getByRole('button', { name: way }).click()
    }
    const problems = problemsOf(language)
    await goThere('', 'Turn back')
    await expect(page.getByRole('alert')).toHaveText(problems.openid_cancelled ?? 'missing')
    await goThere(`stranger.${email}`, 'Go on')
    await expect(page.getByRole('alert')).toContainText(
      problems.openid_unknown_account ?? 'missing',
    )
    await expectAccessible(page)
    expect(new URL(page.url()).search).toBe('')

    await open('/sheets')
    await goThere(email, 'Go on')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('sheets.title'))
    await expect(page).toHaveURL(/\/sheets$/)
    expect((await (await page.request.get('/api/session')).json()).user.name).toBe(email)
  },
)
