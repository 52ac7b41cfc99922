// SPDX-License-Identifier: Apache-2.0
import { expect, test } from './scenario'

test(
  'what somebody else adds appears by itself, and what is removed goes',
  { tag: '@work' },
  async ({ page, open }, info) => {
    const code = `LIVE-${info.project.name}`
    const followed = page.waitForResponse((answer) => answer.url().endsWith('/api/events'))
    await open(`/records/places?q=${code}`)
    await followed
    await expect(page.getByRole('link', { name: code, exact: true })).toHaveCount(0)

    const session = await (await page.request.get('/api/session')).json()
    const headers = { 'X-Tenpoint-Csrf': session.csrf }
    const made = await page.request.post('/api/places', {
      headers,
      data: { code, name: { en: code, fr: code, es: code, ar: code }, kind: 'site' },
    })
    const { id, version } = await made.json()
    await expect(page.getByText(code, { exact: true }).first()).toBeVisible()

    await page.request.delete(`/api/places/${id}`, {
      headers: { ...headers, 'If-Match': `"${version}"` },
    })
    await expect(page.getByText(code, { exact: true })).toHaveCount(0)
  },
)
