// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('a partner is found among the cards, and its page says what it takes part in', async ({
  page,
  open,
  text,
}) => {
  await open('/directory?kind=un_agency')
  await page.getByRole('textbox', { name: text('records.search') }).fill('UNHCR')
  await expect(page).toHaveURL(/q=UNHCR/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.locator('main').getByRole('listitem').first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: text('directory.arrangements') })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('a contact that nobody confirmed is marked', async ({ page, open, text }, info) => {
  const { csrf } = await (await page.request.get('/api/session')).json()
  const headers = { 'X-Tenpoint-Csrf': csrf }
  const make = async (plural: string, data: object) =>
    (await page.request.post(`/api/${plural}`, { headers, data })).json()
  const name = `Shelter ${info.project.name} ${info.retry}`
  const partner = await make('partners', { name, kind: 'ngo' })
  const contact = { partner: partner.id, position: 'Front desk', level: 'working' }
  await make('contacts', { ...contact, confirmed: '2020-05-01' })
  await open(`/directory/${partner.id}`)
  await expect(page.getByText('Front desk')).toBeVisible()
  await expect(page.getByText(text('directory.stale'))).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
