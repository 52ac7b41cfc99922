// SPDX-License-Identifier: Apache-2.0
import { arrangementCalled } from './arranging'
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test, textsOf } from './scenario'

test('whatever there is is found from the header, and opens from among what was found', async ({
  page,
  open,
  text,
  isNarrow,
}) => {
  await open('/')
  const box = page.getByRole('searchbox', { name: text('search.label') })
  if (isNarrow)
    await page
      .getByRole('banner')
      .getByRole('link', { name: text('search.label') })
      .click()
  else await page.keyboard.press('/')
  if (!isNarrow) await expect(box).toBeFocused()
  await box.filter({ visible: true }).fill('Somalia mixed migration')
  await box.filter({ visible: true }).press('Enter')
  await expect(page.getByRole('heading', { name: text('search.title') })).toBeVisible()
  const hits = page.getByRole('list', { name: /Somalia mixed migration/ }).getByRole('listitem')
  await expect(hits.first().locator('mark').first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const kind = page.getByRole('textbox', { name: text('search.kind') })
  await kind.click()
  await page.getByRole('option').filter({ hasText: /./ }).nth(4).waitFor()
  await page.keyboard.press('Escape')
  await hits.first().getByRole('link').click()
  await expect(page).not.toHaveURL(/\/search/)
})

test('a document is attached, found by what it says, downloaded and taken away', {
  tag: '@work',
}, async ({ page, open, text, own, make }) => {
  const word = own('quaggaherd').replace(/\W+/g, '')
  const { id } = await make('arrangements', arrangementCalled(own('Reading circle'), {}))
  const title = { en: own('Minutes') }
  await make('documents', { arrangement: id, title, type: 'report' })
  await open(`/arrangements/${id}?tab=documents`)
  await page
    .getByLabel(text('documents.attach_to', { title: title.en }))
    .first()
    .setInputFiles({
      name: 'minutes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`They met, and ${word} was agreed.`),
    })
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'minutes.txt' }).click()
  expect((await download).suggestedFilename()).toBe('minutes.txt')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await expect(async () => {
    await open(`/search?q=${word}`)
    await expect(page.locator('mark').first()).toHaveText(word)
  }).toPass()
  await expect(page.getByRole('main').getByRole('link', { name: title.en })).toBeVisible()

  await open(`/arrangements/${id}?tab=documents`)
  await page.getByRole('button', { name: text('documents.take_away') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('documents.take_away') })
    .click()
  await expect(page.getByRole('link', { name: 'minutes.txt' })).toHaveCount(0)
  await expect(
    page.getByRole('button', { name: text('documents.attach_to', { title: title.en }) }),
  ).toBeVisible()

  // What is no PDF, whatever its name says, is kept as it is, and said to say nothing.
  await page
    .getByLabel(text('documents.attach_to', { title: title.en }))
    .first()
    .setInputFiles({
      name: 'scan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from([0, 1, 2, 255, 254, 0, 0, 10]),
    })
  await expect(page.getByRole('link', { name: 'scan.pdf' })).toBeVisible()
  await expect(page.getByText(text('documents.no_text'))).toBeVisible()
})

test('a paper is given to a finding, as its evidence, and stands beside it', {
  tag: '@work',
}, async ({ page, open, text, field, code, own, make }) => {
  const { id } = await make('arrangements', arrangementCalled(own('Evidence circle'), {}))
  const review = await make('reviews', {
    arrangement: id,
    finding: 'lesson',
    text: { en: 'Meet every month.' },
  })
  const title = own('Report of the evaluation')
  await open(`/records/reviews/${review.id}`)
  await page.getByRole('link', { name: text('documents.add') }).click()
  await page
    .getByRole('group', { name: field('document.title') })
    .getByRole('textbox')
    .first()
    .fill(title)
  await choose(page, field('document.type'), code('document_type.report'))
  await page
    .getByRole('textbox', { name: field('document.address') })
    .fill('https://example.org/report')
  await page.getByRole('button', { name: text('kit.save') }).click()
  await expect(page).toHaveURL(`/records/reviews/${review.id}`)
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await open(`/arrangements/${id}?tab=reviews`)
  await expect(page.getByRole('link', { name: title })).toHaveAttribute(
    'href',
    'https://example.org/report',
  )
  await expectAccessible(page)
})

test('the form of a document offers what belongs to the arrangement, and its list says who may read it', {
  tag: '@work',
}, async ({ page, open, text, field, own, make, language }) => {
  const [ours = '', others = ''] = ['Our agreement', 'Agreement of others'].map(own)
  const [mine, other] = await Promise.all(
    ['Own circle', 'Other circle'].map((name) =>
      make('arrangements', arrangementCalled(own(name), {})),
    ),
  )
  const agreement = { parties: [], binding: false }
  await make('agreements', { ...agreement, arrangement: mine?.id, title: { en: ours } })
  await make('agreements', { ...agreement, arrangement: other?.id, title: { en: others } })
  await open(`/records/documents/new?arrangement=${mine?.id}`)
  await page.getByRole('textbox', { name: field('document.agreement'), exact: true }).click()
  await expect(page.getByRole('option', { name: ours })).toBeVisible()
  await expect(page.getByRole('option', { name: others })).toHaveCount(0)
  await page.keyboard.press('Escape')

  const title = own('Draft for few')
  const draft = { arrangement: mine?.id, title: { en: title }, type: 'report' }
  await make('documents', { ...draft, visibility: 'confidential' })
  await open(`/arrangements/${mine?.id}?tab=documents`)
  await expect(page.locator('tr', { hasText: title })).toContainText(
    text('kit.open_to.confidential'),
  )
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: text('kit.download') }).click()
  const file = page.getByRole('menuitem', { name: text('formats.csv'), exact: true })
  const table = await (await page.request.get((await file.getAttribute('href')) ?? '')).text()
  expect(table).toContain(title)
  expect(table).toContain(textsOf(language, 'codes')('visibility.confidential'))
})
