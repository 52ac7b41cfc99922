// SPDX-License-Identifier: Apache-2.0
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test, yearOf } from './scenario'

// A partner's file of its own for each play, so that none meets another's: 24 rows, two of them bad.
function partnerFile(play: string): { name: string; mimeType: string; buffer: Buffer } {
  const year = yearOf(play)
  const rows = Array.from({ length: 24 }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, '0')
    const count = at === 5 ? 'n/d' : at === 9 ? 'unknown' : String(100 + at)
    return `${year}-${month}-01,${at < 12 ? 'VEN' : 'HTI'},${count}`
  })
  const text = ['date,nationality,n', ...rows].join('\n')
  return { name: `entries_${year}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

test('a partner’s file is recognised, read, reviewed and accepted, then withdrawn', async ({
  page,
  open,
  text,
}, info) => {
  await open('/import')
  const file = partnerFile(info.project.name)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('heading', { name: file.name })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await choose(page, text('import.source'), /Honduras INM/)
  const labels = await (
    await page.request.get(`/api/labels?lang=${await page.locator('html').getAttribute('lang')}`)
  ).json()
  await choose(page, text('import.indicator_of_all'), labels.codes.indicator.crossing)
  await choose(page, text('import.place_of_all'), labels.countries.HND)
  await page.getByRole('button', { name: text('import.read') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(file.name)
  await expect(page.getByRole('heading', { name: text('findings.title') })).toBeVisible()
  await expect(page.getByText('n/d', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: text('import.effect') })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const decide = async (label: string) => {
    await page.getByRole('button', { name: label, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click()
  }
  const corrections = page.getByRole('link', { name: text('findings.to_correct') })
  const book = await (await page.request.get((await corrections.getAttribute('href')) ?? '')).body()
  expect(book.subarray(0, 2).toString()).toBe('PK')
  await decide(text('import.accept'))
  await expect(page.getByText(text('import.statuses.accepted'), { exact: true })).toBeVisible()
  const received = page.getByRole('link', { name: text('import.as_received') })
  const bytes = await (await page.request.get((await received.getAttribute('href')) ?? '')).body()
  expect(bytes.equals(file.buffer)).toBe(true)
  await decide(text('import.withdraw'))
  await expect(page.getByText(text('import.statuses.withdrawn'), { exact: true })).toBeVisible()
})

test('the meaning of columns is set right with the first rows in view, and a step is taken back', async ({
  page,
  open,
  text,
}, info) => {
  await open('/import')
  const file = partnerFile(`${info.project.name} editor`)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('heading', { name: file.name })).toBeVisible()
  await choose(page, text('import.source'), /Honduras INM/)
  const language = await page.locator('html').getAttribute('lang')
  const labels = await (await page.request.get(`/api/labels?lang=${language}`)).json()
  await choose(page, text('import.indicator_of_all'), labels.codes.indicator.crossing)
  await choose(page, text('import.place_of_all'), labels.countries.HND)
  const preview = page.getByRole('region', { name: text('import.preview') })
  const haiti = preview.getByRole('cell', { name: labels.countries.HTI }).first()
  await expect(haiti).toBeVisible()
  await expect(preview.getByText(/unknown/).first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const nationality = page.getByLabel(text('import.meaning_of', { column: 'nationality' }))
  await nationality.selectOption('skip')
  await expect(haiti).toBeHidden()
  await page.getByRole('button', { name: text('import.undo'), exact: true }).click()
  await expect(nationality).toHaveValue('origin')
  await expect(haiti).toBeVisible()

  await page.getByRole('button', { name: text('import.filters') }).click()
  await page.getByRole('button', { name: text('import.add_filter') }).click()
  await page.getByLabel(text('import.column'), { exact: true }).selectOption('1')
  await page.getByRole('textbox', { name: text('import.filter_texts') }).fill('HTI')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: text('import.filter_reason') }).fill('Counted elsewhere')
  await expect(haiti).toBeHidden()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the files that came before are listed with their state', async ({ page, open, text }) => {
  await open('/import')
  // The newest of them, which other plays brought in.
  await expect(page.getByRole('link', { name: /\.(csv|xlsx)$/ }).first()).toBeVisible()
  await expect(page.getByText(text('import.statuses.accepted')).first()).toBeVisible()
})
