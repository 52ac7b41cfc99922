// SPDX-License-Identifier: Apache-2.0
import { arrangementCalled, startAdding } from './arranging'
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('the chair of consultations goes round for three years, and a stand-in takes it for a while', {
  tag: '@work',
}, async ({ page, open, text, field, code, own, make }) => {
  const forum = await make(
    'arrangements',
    arrangementCalled(own('Asia-Pacific Consultations'), { form: 'consultative_process' }),
  )
  const hosts = ['First host', 'Second host', 'Third host'].map(own)
  const [first = '', second = '', third = ''] = hosts
  const partners = []
  for (const name of hosts) partners.push(await make('partners', { name, kind: 'state' }))
  for (const [index, partner] of partners.slice(0, 2).entries())
    await make('memberships', {
      arrangement: forum.id,
      partner: partner.id,
      role: 'member',
      since: '2026-01',
      votes: true,
      chair_order: index + 1,
    })

  await open(`/records/arrangements/${forum.id}`)
  await page.getByRole('button', { name: text('records.edit') }).click()
  await page.getByRole('textbox', { name: field('arrangement.chair_months') }).fill('12')
  await page.getByLabel(field('arrangement.chair_begins')).fill('2027-01-01')
  await page.getByRole('button', { name: text('kit.save') }).click()
  await page.getByRole('link', { name: text('records.to_arrangement') }).click()

  const chair = page.getByRole('region', { name: text('chair.title') })
  const expectChair = async (day: string, who: string) => {
    await chair.getByLabel(text('chair.on')).fill(day)
    await expect(chair.locator('[aria-live]')).toContainText(who)
  }
  const addMember = async (who: string, role: string, more: Record<string, string>) => {
    await startAdding(page, text, 'memberships')
    await choose(page, field('membership.partner'), who)
    await choose(page, field('membership.role'), code(`member_role.${role}`))
    for (const [name, value] of Object.entries(more))
      await page.getByRole('textbox', { name: field(`membership.${name}`) }).fill(value)
    await page.getByRole('button', { name: text('kit.save') }).click()
  }

  await addMember(third, 'member', { chair_order: '3' })
  const nobody = text('chair.nobody').split('{')[0] ?? ''
  await expectChair('2026-12-31', nobody)
  await expectChair('2027-01-01', first)
  await expect(chair.getByRole('row').nth(1)).toContainText(second)
  await expectChair('2027-12-31', first)
  await expectChair('2028-01-01', second)
  await expectChair('2028-12-31', second)
  await expectChair('2029-01-01', third)
  await expectChair('2029-12-31', third)
  await expectChair('2030-01-01', first)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await addMember(third, 'chair', { since: '2028-03-01', until: '2028-04' })
  await expectChair('2028-02-29', second)
  await expectChair('2028-03-01', third)
  await expectChair('2028-04-30', third)
  await expectChair('2028-05-01', second)
})
