// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('a place is found in the tree, and its page says what lies in it and who is there', async ({
  page,
  open,
  text,
  language,
}) => {
  const items = async (path: string) => (await (await page.request.get(path)).json()).items
  const nameOf = async (code: string) => {
    const [{ name }] = await items(`/api/places?code=${code}`)
    return name[language] || name.en
  }
  await open('/places')
  await expectAccessible(page)
  for (const code of ['M49-002', 'M49-202', 'M49-014', 'SOM'])
    await page
      .getByRole('button', { name: text('places.open', { name: await nameOf(code) }) })
      .click()
  await expectNoSidewaysScroll(page)
  await page
    .getByRole('link', { name: await nameOf('SO24'), exact: true })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(await nameOf('SO24'))
  await expect(page.getByText(text('places.nothing_within'))).toBeVisible()
  await page
    .getByRole('navigation', { name: text('places.path') })
    .getByRole('link', { name: await nameOf('SOM'), exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(await nameOf('SOM'))
  const who = page.getByRole('region', { name: text('places.who') })
  await expect(who.getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('a place is found by its name in another language, and by its code', async ({
  page,
  open,
  text,
}) => {
  await open('/places')
  const search = page.getByRole('textbox', { name: text('records.search') })
  await search.fill('السنغال')
  const found = page.getByRole('group', { name: text('navigation.places') })
  await expect(found.getByText('SEN', { exact: true })).toBeVisible()
  await search.fill('SO24')
  await expect(found.getByText('SO24', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('tab', { name: text('places.views.map') }).click()
  await expectNoSidewaysScroll(page)
})

test('provinces and districts are looked at before they are added', async ({
  page,
  open,
  text,
}) => {
  await open('/places/add')
  await page.getByLabel(text('places.own_file')).setInputFiles({
    name: 'areas.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Location,Admin Level,P-Code,Name,Parent P-Code\nSOM,1,SO24,Baay,SOM\nSOM,1,,Nowhere,SOM\n',
    ),
  })
  await expect(page.getByText(text('places.counts.rows_refused'))).toBeVisible()
  await expect(page.getByText('Baay').first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('a new site gets a code out of its country and its name', async ({
  page,
  open,
  text,
  field,
  own,
}) => {
  const [{ id }] = (await (await page.request.get('/api/places?code=YE24')).json()).items
  await open(`/places/${id}`)
  await page.getByRole('link', { name: text('places.add_within') }).click()
  const name = own('Port')
  await page.getByRole('textbox', { name: 'English' }).fill(name)
  const code = page.getByRole('textbox', { name: field('place.code') })
  await expect(code).toHaveValue(/^YEM-PORT/)
  await page.getByRole('button', { name: text('kit.save') }).click()
  await expect(page.getByRole('link', { name }).first()).toBeVisible()
})
