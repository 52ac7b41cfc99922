// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

// An account of its own, so that what happens to it disturbs no other scenario.
test.use({ isSignedIn: false })

// What an authenticator shows for a key in base 32 (RFC 6238), some half minutes from now.
function codeOf(secret: string, later = 0): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((c) => digits.indexOf(c).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

type Text = (key: string, values?: Record<string, string>) => string

async function signIn(page: Page, text: Text, name: string, password: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('sign_in.title'))
  await page.getByRole('textbox', { name: text('sign_in.name'), exact: true }).fill(name)
  await page.getByLabel(text('sign_in.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: text('sign_in.submit'), exact: true }).click()
}

test(
  'an administrator adds an account, its owner guards it, and the administrator signs it out',
  { tag: '@work' },
  async ({ page, open, text, browser, language }, info) => {
    const name = `ana ${info.project.name} ${info.retry}`
    const password = 'a password of her own'

    await open('/records/users/new')
    await signIn(page, text, 'administrator', process.env.TENPOINT_PASSWORD ?? '')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      text('records.new_titles.users'),
    )
    const labels = await (await page.request.get(`/api/labels?lang=${language}`)).json()
    const label = (field: string): string => labels.kinds.user[field]
    await page.getByRole('textbox', { name: label('name') }).fill(name)
    await choose(page, label('partner'), /./)
    await choose(page, label('role'), text('roles.information_officer'))
    await page.locator('input[autocomplete="new-password"]').fill(password)
    await page.getByRole('button', { name: text('kit.save') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    const context = await browser.newContext({ viewport: page.viewportSize() })
    await context.addInitScript((chosen) => {
      if (location.protocol === 'http:') localStorage.setItem('tenpoint_language', chosen)
    }, language)
    const own = await context.newPage()
    await own.goto(`${process.env.TENPOINT_ADDRESS}/account`)
    await signIn(own, text, name, password)
    await expect(own.getByRole('heading', { level: 1 })).toHaveText(text('shell.account'))
    await expectAccessible(own)
    await expectNoSidewaysScroll(own)

    await own.getByLabel(text('account.confirm_by'), { exact: true }).fill(password)
    await own.getByRole('button', { name: text('account.turn_on') }).click()
    await expect(own.getByRole('img', { name: text('account.picture') })).toBeVisible()
    const secret = ((await own.locator('pre').textContent()) ?? '').replaceAll(' ', '')
    await own.getByRole('textbox', { name: text('sign_in.code') }).fill(codeOf(secret))
    await expectAccessible(own)
    await own.getByRole('button', { name: text('account.turn_on') }).click()
    await expect(own.getByRole('heading', { name: text('account.recovery') })).toBeVisible()
    await expectNoSidewaysScroll(own)
    await own.getByRole('button', { name: text('account.kept_safe') }).click()
    await expect(own.getByRole('button', { name: text('account.turn_off') })).toBeVisible()

    const { csrf } = await (await own.request.get('/api/session')).json()
    const made = await own.request.post('/api/account/tokens', {
      headers: { 'X-Tenpoint-Csrf': csrf },
      data: { name: 'Monthly report', scope: 'read', days: 30 },
    })
    expect(made.status(), await made.text()).toBe(201)
    await own.reload()
    const tokens = own.getByRole('group', { name: text('account.tokens') })
    await expect(tokens.getByRole('button', { name: text('account.drop') })).toBeVisible()
    expect(await tokens.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    await expectAccessible(own)

    await own.getByRole('button', { name: text('account.everywhere') }).click()
    await own
      .getByRole('dialog')
      .getByRole('button', { name: text('account.everywhere') })
      .click()
    await signIn(own, text, name, password)
    await own.getByRole('textbox', { name: text('sign_in.code') }).fill(codeOf(secret, 1))
    await expectAccessible(own)
    await own.getByRole('button', { name: text('sign_in.submit'), exact: true }).click()
    await expect(own.getByRole('heading', { level: 1 })).toHaveText(text('shell.account'))

    await page.getByRole('button', { name: text('account.everywhere') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: text('account.everywhere') })
      .click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await own.reload()
    await expect(own.getByRole('heading', { level: 1 })).toHaveText(text('sign_in.title'))
    await context.close()
  },
)
