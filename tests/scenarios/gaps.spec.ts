// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('a coordinator finds an overlap and a gap, dismisses one and takes that back', {
  tag: '@work',
}, async ({ page, open, text, code, own, make }) => {
  const name = own('Gaps')
  const place = await make('places', {
    code: name.replaceAll(' ', '-'),
    name: { en: name },
    kind: 'border',
  })
  const agency = await make('partners', { name: `${name} agency`, kind: 'un_agency' })
  const ngo = await make('partners', { name: `${name} network`, kind: 'ngo' })
  const force = await make('arrangements', {
    code: `${name} force`.replaceAll(' ', '-'),
    title: { en: `${name} force` },
    level: 'national',
    form: 'task_force',
    status: 'active',
    places: [place.id],
  })
  for (const lead of [agency.id, ngo.id])
    await make('actions', {
      arrangement: force.id,
      title: { en: 'Clinic' },
      lead,
      points: ['health'],
      status: 'under_way',
    })
  await make('presences', { partner: agency.id, place: place.id, services: ['health'] })
  await make('presences', { partner: ngo.id, place: place.id, services: ['health'] })
  await make('needs', { place: place.id, theme: 'shelter', count: 300 })

  await open(`/gaps?place=${place.id}`)
  const entries = page.getByRole('article')
  await expect(entries).toHaveCount(2)
  const overlap = entries.filter({ hasText: code('concern_sort.overlap') })
  await expect(overlap).toContainText('Clinic')
  const gap = entries.filter({ hasText: code('concern_sort.need_without_action') })
  await expect(gap).toContainText(/300|٣٠٠/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await gap.getByRole('button', { name: text('gaps.dismiss') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Hotels are open.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: text('gaps.dismiss') }).click()
  await expect(dialog).toBeHidden()
  await expect(entries).toHaveCount(1)

  await open(`/gaps?place=${place.id}&state=dismissed`)
  await expect(entries).toHaveCount(1)
  await expect(entries).toContainText('Hotels are open.')
  await entries.getByRole('button', { name: text('gaps.undismiss') }).click()
  await expect(page.getByText(text('gaps.none'), { exact: true })).toBeVisible()
  await open(`/gaps?place=${place.id}`)
  await expect(entries).toHaveCount(2)

  await open(`/who-does-what?place=${place.id}`)
  const table = page.getByRole('group', { name: text('who_does_what.matrix_by.place') })
  await expect(table.locator('tbody tr')).toHaveCount(2)
  await expectAccessible(page)
  await page.getByRole('tab', { name: text('who_does_what.views.list') }).click()
  await expect(page.getByRole('link', { name: 'Clinic' })).toHaveCount(2)
  await page.getByRole('tab', { name: text('who_does_what.views.themes') }).click()
  await expect(
    page.getByRole('group', { name: text('who_does_what.matrix_by.theme') }).locator('tbody tr'),
  ).toHaveCount(2)
  await expectNoSidewaysScroll(page)
})

test('three methods of counting who was reached stand side by side', async ({
  page,
  open,
  text,
  number,
  make,
  own,
}) => {
  const { partner } = await (await page.request.get('/api/session')).json()
  const report = (theme: string, people: object) =>
    make('activity_reports', {
      country: 'TUV',
      admin1: own('Island'),
      organisation: 'An agency',
      partner: partner.id,
      theme,
      sector: theme,
      period: '2026-01',
      ...people,
    })
  await report('health', { beneficiaries: 5000, new_beneficiaries: 1000 })
  await report('shelter', { beneficiaries: 400, new_beneficiaries: 400 })
  await open('/people-reached?country=TUV')
  const section = page.getByRole('region', { name: text('reach.across') })
  await expect(section.getByText(text('reach.methods.highest.assumes'))).toBeVisible()
  await expect(page.getByRole('group', { name: text('reach.by_sector') })).toContainText(
    number(1000),
  )
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
