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

test('the page of a partner tells all its arrangements, and in which roles', {
  tag: '@work',
}, async ({ page, open, text, code, language }) => {
  const items = async (path: string) => (await (await page.request.get(path)).json()).items
  const [partner] = await items('/api/partners?short_name=UNHCR')
  const arrangements = new Map<string, { title: Record<string, string> }>()
  for (const each of await items('/api/arrangements?limit=500')) arrangements.set(each.id, each)
  const memberships = await items(`/api/memberships?partner=${partner.id}&limit=500`)
  await open(`/directory/${partner.id}`)
  const taking = page.getByRole('region', { name: text('directory.arrangements') })
  expect(memberships.length).toBeGreaterThan(10)
  for (const { arrangement, role } of memberships) {
    const name = arrangements.get(arrangement)?.title[language] ?? ''
    const link = page.getByRole('link', { name, exact: true })
    await expect(taking.getByRole('listitem').filter({ has: link })).toContainText(
      code(`member_role.${role}`),
    )
  }
})

test('the map of partners opens to who is present today in a place, and in the country around it', async ({
  page,
  open,
  openFilters,
  text,
  own,
  make,
  number,
  language,
  isNarrow,
}) => {
  const [panama] = (await (await page.request.get('/api/places?code=PAN')).json()).items
  const name = own('Mobile ward')
  const ward = await make('places', {
    kind: 'site',
    code: `PAN-WARD-${crypto.randomUUID().slice(0, 8).toUpperCase()}`,
    name: { en: name },
    parent: panama.id,
    latitude: 8.1,
    longitude: -77.7,
  })
  const [nurses, doctors, midwives] = ['nurses', 'doctors', 'midwives'].map((who) =>
    own(`Ward ${who}`),
  )
  for (const [partner, place, until] of [
    [nurses, ward.id, null],
    [doctors, panama.id, null],
    [midwives, ward.id, '2020'],
  ]) {
    const { id } = await make('partners', { name: partner, kind: 'ngo' })
    await make('presences', { partner: id, place, until })
  }
  await open('/directory?q=Ward')
  await page.getByRole('tab', { name: text('directory.views.map') }).click()
  await expect(page).toHaveURL(/view=map/)
  const map = page.getByRole('figure', { name: text('directory.views.map') })
  await expect(map.getByRole('link', { name })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row.getByRole('cell').last()).toHaveText(number(1))
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await map.getByRole('link', { name: panama.name[language] }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(map.locator('a:focus')).toHaveAccessibleName(/Mobile ward/)
  await map.getByRole('link', { name }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`place=${ward.id}`))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const cards = page.locator('main').getByRole('listitem')
  await expect(cards.filter({ hasText: nurses })).toBeVisible()
  await expect(cards.filter({ hasText: doctors })).toHaveCount(0)
  await expect(cards.filter({ hasText: midwives })).toHaveCount(0)
  const place = page.getByRole('textbox', { name: text('directory.present_at') })
  if (isNarrow) {
    await expect(place).toBeHidden()
    await expect(
      page.getByRole('button', { name: text('kit.filters_set', { count: number(1) }) }),
    ).toBeVisible()
  }
  await openFilters()
  await expect(place).toHaveValue(name)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.goBack()
  await page
    .getByRole('table')
    .getByRole('link', { name: panama.name[language], exact: true })
    .click()
  await expect(cards.filter({ hasText: nurses })).toBeVisible()
  await expect(cards.filter({ hasText: doctors })).toBeVisible()
  await expect(cards.filter({ hasText: midwives })).toHaveCount(0)
})

test('a contact that nobody confirmed for a year is marked', async ({
  page,
  open,
  text,
  own,
  make,
}) => {
  const partner = await make('partners', { name: own('Shelter'), kind: 'ngo' })
  const today = new Date().toISOString().slice(0, 10)
  for (const [position, confirmed] of [
    ['Front desk', '2020-05-01'],
    ['Lawyer', today],
  ])
    await make('contacts', { partner: partner.id, position, level: 'working', confirmed })
  await open(`/directory/${partner.id}`)
  const marked = page.getByRole('listitem').filter({ hasText: text('directory.stale') })
  await expect(marked).toContainText('Front desk')
  await expect(page.getByText('Lawyer')).toBeVisible()
  await expect(marked).toHaveCount(1)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test(
  'a partner that was entered twice is merged into the other',
  { tag: '@work' },
  async ({ page, open, text }, info) => {
    const { csrf } = await (await page.request.get('/api/session')).json()
    const headers = { 'X-Tenpoint-Csrf': csrf }
    const make = async (plural: string, data: object) =>
      (await page.request.post(`/api/${plural}`, { headers, data })).json()
    const name = `Clinic ${info.project.name} ${info.retry}`
    const into = await make('partners', { name, kind: 'ngo' })
    const doubled = await make('partners', { name: `${name} again`, kind: 'ngo' })
    await make('contacts', { partner: doubled.id, position: 'Night desk', level: 'working' })
    await open(`/directory/${doubled.id}`)
    await page.getByRole('button', { name: text('merge.title') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: text('merge.into') }).fill(name)
    await page.getByRole('option', { name, exact: true }).click()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: text('merge.submit') }).click()
    await expect(page).toHaveURL(new RegExp(`/directory/${into.id}`))
    await expect(page.getByText('Night desk')).toBeVisible()
  },
)

test('a contact is asked by a link, mends its own entry without an account, and it says so', {
  tag: '@work',
}, async ({ page, open, text, field, own, make, browser, language }) => {
  const partner = await make('partners', { name: own('Legal aid'), kind: 'ngo' })
  const entry = { partner: partner.id, position: 'Duty officer', level: 'working' }
  await make('contacts', { ...entry, telephone: '+100', languages: [language] })
  await open(`/directory/${partner.id}`)
  await page
    .getByRole('button', { name: text('directory.ask_of', { name: 'Duty officer' }) })
    .click()
  await page.getByRole('button', { name: text('directory.ask_submit') }).click()
  const message = page.getByRole('textbox', { name: text('directory.ask_text') })
  const address = (await message.inputValue()).match(/https?:\S+/)?.[0] ?? ''
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const stranger = await browser.newContext({
    viewport: page.viewportSize(),
    storageState: { cookies: [], origins: [] },
  })
  const theirs = await stranger.newPage()
  await theirs.goto(address)
  await expect(theirs.locator('html')).toHaveAttribute('lang', language)
  await expect(theirs.getByRole('heading', { name: text('own_entry.title') })).toBeVisible()
  const telephone = theirs.getByRole('textbox', { name: field('contact.telephone') })
  await expect(telephone).toHaveValue('+100')
  await expectAccessible(theirs)
  await expectNoSidewaysScroll(theirs)
  await telephone.fill('+200')
  await theirs.locator('a[href="#main"]').press('Enter') // "Skip to content"
  await expect(telephone).toHaveValue('+200')
  await theirs.getByRole('button', { name: text('own_entry.submit_changed') }).click()
  await expect(theirs.getByText(text('own_entry.done_detail'))).toBeVisible()
  await theirs.reload()
  await expect(theirs.getByText(text('own_entry.over'))).toBeVisible()
  await stranger.close()

  await open(`/directory/${partner.id}`)
  await expect(page.getByRole('link', { name: '+200' })).toBeVisible()
  await expect(page.getByText(text('directory.stale'))).toHaveCount(0)
})

test('contacts to be confirmed are listed from the start page', async ({
  page,
  open,
  text,
  own,
  make,
}) => {
  const partner = await make('partners', { name: own('Old friends'), kind: 'ngo' })
  const entry = { partner: partner.id, level: 'working', confirmed: '2020-05-01' }
  await make('contacts', { ...entry, position: own('Registrar') })
  await make('contacts', { ...entry, confirmed: null, position: own('Never asked') })
  await open('/')
  await page.locator('a[href="/directory/contacts_due"]').first().click()
  await expect(page.getByRole('heading', { name: text('directory.due') })).toBeVisible()
  await expect(page.getByText(own('Registrar'), { exact: true })).toBeVisible()
  const listed = await page.locator('main').innerText()
  expect(listed.indexOf(own('Never asked'))).toBeGreaterThan(-1)
  expect(listed.indexOf(own('Never asked'))).toBeLessThan(listed.indexOf(own('Registrar')))
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
