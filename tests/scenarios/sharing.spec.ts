// SPDX-License-Identifier: Apache-2.0
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test, yearOf } from './scenario'

// A year of its own for each play and each try of it, so that none meets another's figures.
test(
  'a partner keeps its file, then releases it for joint figures, then shares it',
  { tag: '@work' },
  async ({ page, open, text, language }, info) => {
    const year = yearOf(`${info.project.name} ${info.retry}`)
    const name = `own_count_${year}.csv`
    const choice = (each: string) =>
      page.getByRole('radio', { name: text(`import.sharing.choices.${each}`), exact: true })
    const state = (each: string) =>
      page.getByText(text(`import.sharing.states.${each}`), { exact: true }).first()

    await open('/import')
    await page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(`month,nationality,n\n${year}-01,VEN,321\n${year}-02,HTI,123\n`),
    })
    await choose(page, text('import.source'), /Mexico UPMRIP/)
    const labels = await (await page.request.get(`/api/labels?lang=${language}`)).json()
    await choose(page, text('import.indicator_of_all'), labels.codes.indicator.encounter)
    await choose(page, text('import.place_of_all'), labels.countries.BLZ)
    await choice('confidential').check()
    for (const each of ['partners', 'restricted', 'confidential'])
      await expect(page.getByText(text(`import.sharing.sentences.${each}`))).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: text('import.read') }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(state('confidential')).toBeVisible()
    await expect(page.getByText(text('import.no_effect'))).toBeVisible()
    await page.getByRole('button', { name: text('import.accept'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(text('import.accept_kept'))).toBeVisible()
    await dialog.getByRole('button', { name: text('import.accept'), exact: true }).click()
    await expect(page.getByRole('heading', { name: text('import.accepted_kept') })).toBeVisible()

    const figures = `/api/figures?indicator=encounter&place=BLZ&from=${year}-01-01&to=${year}-12-31`
    const counted = async () => (await (await page.request.get(figures)).json()).figures[0]?.count
    expect(await counted()).toBeUndefined()

    for (const each of ['restricted', 'partners']) {
      await choice(each).check()
      await page.getByRole('button', { name: text('import.sharing.save') }).click()
      await expect(state(each)).toBeVisible()
      await expect(page.getByRole('heading', { name: text('import.accepted') })).toBeVisible()
      expect(await counted()).toBe(444)
    }
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    await open('/import')
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name }) })
    await expect(
      row.getByText(text('import.sharing.states.partners'), { exact: true }),
    ).toBeVisible()
  },
)
