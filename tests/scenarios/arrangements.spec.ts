// SPDX-License-Identifier: Apache-2.0
import { arrangementCalled, arrangementOf, startAdding, startDoing } from './arranging'
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test, yearOf } from './scenario'

test('arrangements are seen as list, timeline and family tree, and a view can be sent', async ({
  page,
  open,
  text,
  language,
}) => {
  const network = await arrangementOf(page, 'aprrn')
  await open('/arrangements?level=regional')
  const title = network.title[language] ?? ''
  await page.getByRole('textbox', { name: text('records.search') }).fill('aprrn')
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('tab', { name: text('arrangements.views.timeline') }).click()
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(page).toHaveURL(/level=regional.*q=aprrn.*view=timeline/)
  await page.reload()
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('tab', { name: text('arrangements.views.family') }).click()
  const tree = page.getByRole('listitem').filter({ hasText: title })
  await expect(tree.getByRole('listitem')).toHaveCount(9)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the task force of Somalia is set up again in Yemen, and both say so', {
  tag: '@work',
}, async ({ page, open, text, field, code, language, own }) => {
  const model = await arrangementOf(page, 'somalia-mmtf')
  await open(`/arrangements/${model.id}`)
  const { countries } = await (await page.request.get(`/api/labels?lang=${language}`)).json()
  await startDoing(page, text, 'replicate.title')
  const dialog = page.getByRole('dialog', { name: text('replicate.title') })
  await expect(dialog.getByText(text('replicate.consequence'))).toBeVisible()
  await expectAccessible(page)
  const name = own('Aden')
  await dialog
    .getByRole('textbox', { name: field('arrangement.code') })
    .fill(name.replace(/\W+/g, '-'))
  await dialog.getByRole('textbox', { name: field('arrangement.title') }).fill(name)
  await dialog.getByRole('textbox', { name: text('replicate.places') }).fill(countries.YEM)
  await page.getByRole('option', { name: countries.YEM }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: text('replicate.submit') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(code('arrangement_status.planned')).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: model.title[language], exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(model.title[language] ?? '')
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
})

test(
  'a member is added from the page of its arrangement, and the reader is back there',
  {
    tag: '@work',
  },
  async ({ page, open, text, field, code, language }, info) => {
    const forum = await arrangementOf(page, 'global-migration-group')
    await open(`/arrangements/${forum.id}`)
    await startAdding(page, text, 'memberships')
    await choose(page, field('membership.partner'), /./)
    await choose(page, field('membership.role'), code('member_role.observer'))
    const since = yearOf(`${info.project.name} ${info.retry}`)
    await page.getByRole('textbox', { name: field('membership.since') }).fill(String(since))
    await page.getByRole('button', { name: text('kit.save') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(forum.title[language] ?? '')
    await expect(
      page.getByRole('heading', { name: text('arrangements.roles.observer') }),
    ).toBeVisible()
  },
)

test('what is added to an arrangement that is for few is for as few', { tag: '@work' }, async ({
  page,
  open,
  text,
  field,
  code,
  own,
  make,
}) => {
  const body = arrangementCalled(own('Cases in confidence'), { visibility: 'restricted' })
  const force = await make('arrangements', body)
  await open(`/arrangements/${force.id}`)
  await startAdding(page, text, 'actions')
  await expect(page.getByRole('textbox', { name: field('record.visibility') })).toHaveValue(
    code('visibility.restricted'),
  )
  await expectAccessible(page)
})

test('phase two of a project goes on with what phase one did not finish', { tag: '@work' }, async ({
  page,
  open,
  text,
  field,
  code,
  number,
  own,
  make,
}) => {
  const name = own('Capacities to manage mixed movements')
  const project = await make(
    'arrangements',
    arrangementCalled(name, { level: 'national', form: 'project', phase: 1, ends: '2025' }),
  )
  const statuses = { Train: 'under_way', Equip: 'planned', Survey: 'done', Fly: 'dropped' }
  for (const [title, status] of Object.entries(statuses))
    await make('actions', { arrangement: project.id, title: { en: title }, status })

  await open(`/arrangements/${project.id}`)
  await expect(page.getByText(text('arrangements.end_passed'))).toBeVisible()
  await startDoing(page, text, 'next_phase.title')
  const dialog = page.getByRole('dialog', { name: text('next_phase.title') })
  const second = own('Capacities, phase two')
  await dialog.getByRole('textbox', { name: field('arrangement.title') }).fill(second)
  await expectAccessible(page)
  await dialog
    .getByRole('button', { name: text('next_phase.submit', { number: number(2) }) })
    .click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second)
  await expect(page.getByText(code('arrangement_status.planned')).first()).toBeVisible()
  await page.getByRole('tab', { name: text('arrangements.tabs.actions') }).click()
  const carried = page.getByRole('region', { name: text('actions.own'), exact: true })
  for (const [title, status] of Object.entries(statuses))
    await expect(carried.getByRole('link', { name: title, exact: true })).toHaveCount(
      ['under_way', 'planned'].includes(status) ? 1 : 0,
    )

  await page.getByRole('tab', { name: text('arrangements.tabs.about') }).click()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  const kin = page.getByRole('region', { name: text('arrangements.kin') })
  await expect(kin.getByText(text('arrangements.relations.followed_by'))).toBeVisible()
  await expect(kin.getByRole('link', { name: second, exact: true })).toBeVisible()
})

test('a network of NGOs is joined to the Regional Conference, and both pages say so', {
  tag: '@work',
}, async ({ page, open, text, field, language, own, make }) => {
  const conference = (await arrangementOf(page, 'rcm')).title[language] ?? ''
  const name = own('Network of NGOs')
  const network = await make('arrangements', arrangementCalled(name, {}))
  await open(`/arrangements/${network.id}`)
  await startDoing(page, text, 'records.edit')
  await page.getByRole('button', { name: text('records.edit') }).click()
  await choose(page, field('arrangement.counterpart'), conference)
  await page.getByRole('button', { name: text('kit.save') }).click()
  await page.getByRole('link', { name: text('records.to_arrangement') }).click()

  const counterparts = page
    .getByRole('region', { name: text('arrangements.kin') })
    .filter({ hasText: text('arrangements.relations.counterpart') })
  await counterparts.getByRole('link', { name: conference, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(conference)
  await expect(counterparts.getByRole('link', { name, exact: true })).toBeVisible()

  await counterparts.getByRole('link', { name, exact: true }).click()
  const put = page.getByRole('region', { name: text('arrangements.submissions.title') })
  await put.getByRole('link', { name: text('arrangements.add_one.submissions') }).click()
  const proposals = own('Proposals on detention')
  const english = (member: string) =>
    page.getByRole('group', { name: field(member) }).getByRole('textbox', { name: 'English' })
  await english('submission.title').fill(proposals)
  await page.getByRole('textbox', { name: field('submission.submitted_on') }).fill('2010-06')
  await page.getByRole('button', { name: text('kit.save') }).click()
  await expect(put.getByText(text('arrangements.submissions.open'))).toBeVisible()
  await page.getByRole('link', { name: conference, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(conference)
  await put.getByRole('link', { name: text('records.edit_named', { name: proposals }) }).click()
  await english('submission.answer').fill('They are taken up.')
  await page.getByRole('button', { name: text('kit.save') }).click()
  await page.getByRole('link', { name: text('records.to_arrangement') }).click()
  await expect(put.getByText('They are taken up.')).toBeVisible()
  await expect(put.getByText(text('arrangements.submissions.open'))).toHaveCount(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('an agreement that expires is told of in time, and the next chair gets a pack', {
  tag: '@work',
}, async ({ page, open, text, own, make, language }) => {
  const title = own('Memorandum')
  const force = await make('arrangements', arrangementCalled(own('Task force that goes on'), {}))
  await make('agreements', {
    arrangement: force.id,
    title: { en: title },
    parties: [],
    expires: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    notice_days: 30,
  })
  await open('/')
  const renew = { hasText: text('start.agreements_expire_detail') }
  await page.getByRole('listitem').filter(renew).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/arrangements$/)
  const renewals = page.getByRole('region', { name: text('arrangements.expiring') })
  await renewals.getByRole('link').filter({ hasText: title }).click()
  await expect(page.getByText(text('arrangements.expires_soon'))).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: text('arrangements.hand_over') }).click()
  expect((await downloading).suggestedFilename()).toMatch(new RegExp(`-${language}\\.pdf$`))
})
