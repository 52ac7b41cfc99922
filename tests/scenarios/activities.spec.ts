// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { choose, expect, expectAccessible, expectNoSidewaysScroll, root, test } from './scenario'

const sheet = readFileSync(join(root, 'tests/files/activities/chad_5w_2025.csv'), 'utf8')

test('an activity sheet is imported, reviewed, accepted, and seen in what a response does', {
  tag: '@work',
}, async ({ page, open, text, code, field, number, make, own }) => {
  // The sheet, with a province and an association of this play's own.
  const [province, association] = [own('Province'), own('Association')]
  const country = (await (await page.request.get('/api/places?code=TCD')).json()).items[0].id
  const place = await make('places', {
    code: province.replaceAll(' ', '-'),
    name: { en: province },
    kind: 'admin1',
    parent: country,
  })
  const partner = await make('partners', { name: association, kind: 'ngo' })
  await make('sources', { name: own('Chad 5W') })
  await make('needs', { place: place.id, theme: 'shelter', count: 900, since: '2025-04' })
  const gaps = `/gaps?place=${place.id}&on=2025-04-30&theme=shelter&concern=need_without_action`
  await open(gaps)
  const gap = page.getByRole('article')
  await expect(gap).toHaveCount(1)
  await expect(gap).not.toContainText('Assoungha')

  await open('/import')
  const name = `${own('chad 5w').replaceAll(' ', '_')}.csv`
  const content = sheet
    .replaceAll('Ouaddaï', `"${province}"`)
    .replaceAll('Association Lumière du Sahel', `"${association}"`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByText(code('content.activities')).first()).toBeVisible()
  await choose(page, text('import.source'), own('Chad 5W'))
  await page.getByRole('button', { name: text('import.read') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(text('import.activities.counts.observations'))).toBeVisible()
  await expect(page.getByText(text('import.activities.decide_lead'))).toBeVisible()
  await expect(page.getByText(text('import.totals'))).toHaveCount(0)
  const causes = page.getByRole('list', { name: text('findings.causes') })
  const worst = causes.getByRole('button').first()
  await worst.click()
  await expect(worst).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(text('findings.severity.error')).first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: text('import.accept'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: text('import.accept'), exact: true }).click()
  await expect(page.getByText(text('import.statuses.accepted'), { exact: true })).toBeVisible()

  // Nothing is reported of today; the reports of the spring of 2025 are one step away.
  await open(`/who-does-what?partner=${partner.id}`)
  await page.getByRole('link', { name: /2025|٢٠٢٥/ }).click()
  const matrix = page.getByRole('group', { name: text('who_does_what.matrix_by.place') })
  await expect(matrix).toContainText(association)
  await expect(page).toHaveURL(/from=2025-04-01&to=2025-04-30/)
  await page.getByText(text('who_does_what.levels.country'), { exact: true }).click()
  await expect(page).toHaveURL(/level=country/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await matrix.locator('tbody').getByRole('link').last().click()
  await expect(page.getByRole('link', { name: 'Clinique mobile' })).toBeVisible()

  // Whoever the directory does not know has a row too, and is added from there.
  await open(`/who-does-what?place=${country}&from=2025-03-01&to=2025-04-30`)
  const newcomer = { name: 'Réseau des Rives' }
  const there = matrix.locator('tbody tr').filter({ hasText: newcomer.name })
  await expect(there).toContainText(text('response.not_in_directory'))
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await there.getByRole('link', { name: text('response.add_named', newcomer) }).click()
  await expect(page.getByLabel(field('partner.name')).first()).toHaveValue(newcomer.name)

  // What the sheet tells of one department meets the need of the province only there.
  await open(gaps)
  await expect(gap).toContainText('Assoungha')

  await open('/people-reached?country=TCD&from=2025-03-01&to=2025-04-30')
  const row = page
    .getByRole('group', { name: text('reach.by_sector') })
    .locator('tbody tr')
    .filter({ hasText: province })
    .filter({ hasText: code('theme.shelter') })
  await expect(row).toContainText(number(500))
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    text('navigation.activity_reports'),
  )
  const reports = page.getByRole('group', { name: text('navigation.activity_reports') })
  await expect(reports.locator('tbody tr')).toHaveCount(1)
  await expect(reports).toContainText(association)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
