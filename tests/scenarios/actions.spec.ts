// SPDX-License-Identifier: Apache-2.0
import { arrangementCalled, startAdding, startDoing } from './arranging'
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test } from './scenario'

test('a plan with programmes in several States is adopted; what is put off or raised shows against it', {
  tag: '@work',
}, async ({ page, open, text, field, number, own, make }) => {
  const plan = await make(
    'arrangements',
    arrangementCalled(own('Plan of Action'), { form: 'plan_of_action' }),
  )
  const { items: places } = await (
    await page.request.get('/api/places?kind=country&limit=3')
  ).json()
  const programmes = ['Cities', 'Borders', 'Resettlement'].map((each) =>
    own(`${each} of Solidarity`),
  )
  for (const [index, title] of programmes.entries()) {
    const more = { form: 'programme', parent: plan.id, places: [places[index].id] }
    const programme = await make('arrangements', arrangementCalled(title, more))
    await make('actions', {
      arrangement: programme.id,
      title: { en: title },
      places: more.places,
      status: 'under_way',
      begins: '2024',
      due: index === 0 ? '2025-03' : '2999',
      target: 100,
      reached: 40,
    })
  }
  const [cities = '', borders = ''] = programmes

  await open(`/arrangements/${plan.id}?tab=actions`)
  await startDoing(page, text, 'adopt.title')
  await expectAccessible(page)
  await page.getByRole('button', { name: text('adopt.submit') }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  const programme = page.getByRole('region', { name: cities })
  await programme.getByRole('table').getByRole('link', { name: cities }).click()
  await expect(page).toHaveURL(/\/actions\//) // the arrangement has such a button, too
  await page.getByRole('link', { name: text('records.edit') }).click()
  await page.getByRole('textbox', { name: field('action.due') }).fill('2999-12')
  await page.getByRole('textbox', { name: field('action.target') }).fill('250')
  await page.getByRole('button', { name: text('kit.save') }).click()
  await page.getByRole('link', { name: text('records.to_action') }).click()
  await expect(page.getByText(text('actions.changed'), { exact: true })).toHaveCount(2)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await open(`/arrangements/${plan.id}`)

  await page.getByRole('tab', { name: text('arrangements.tabs.actions') }).click()
  const row = page.getByRole('row').filter({ hasText: cities })
  await expect(row).toContainText(
    text('actions.reached_of', { reached: number(40), target: number(250) }),
  )
  await expect(row).toContainText(text('actions.adopted_target', { target: number(100) }))
  await expect(row.getByText(text('actions.late'), { exact: true })).toBeVisible()

  await open(`/actions?arrangement=${plan.id}&late=adopted`)
  const table = page.getByRole('table')
  await expect(table.getByRole('link', { name: cities }).first()).toBeVisible()
  await expect(table.getByRole('link', { name: borders })).toHaveCount(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: text('kit.download') }).click()
  const file = page.getByRole('menuitem', { name: text('formats.ics') })
  const calendar = await page.request.get((await file.getAttribute('href')) ?? '')
  expect((await calendar.text()).match(/^BEGIN:VTODO/gm)).toHaveLength(3)

  await open(`/actions?arrangement=${plan.id}&late=now`)
  await expect(page.getByText(text('records.none'))).toBeVisible()
})

test('the working groups of a network draw up a joint plan, seen together and by point', {
  tag: '@work',
}, async ({ page, open, openFilters, text, field, code, own, make }) => {
  const network = await make('arrangements', arrangementCalled(own('Rights Network'), {}))
  const plans = [
    { group: own('Legal aid'), action: 'Train lawyers', point: 'policy_and_law' },
    { group: own('Right to health'), action: 'Map clinics', point: 'health' },
  ]
  for (const { group, action, point } of plans) {
    const { id } = await make(
      'arrangements',
      arrangementCalled(group, { form: 'working_group', parent: network.id }),
    )
    await open(`/arrangements/${id}`)
    await startAdding(page, text, 'actions')
    const title = page.getByRole('group', { name: field('action.title') })
    await title.getByRole('textbox', { name: 'English' }).fill(action)
    await choose(page, field('action.points'), code(`theme.${point}`))
    await page.keyboard.press('Escape')
    await choose(page, field('action.status'), code('action_status.planned'))
    await page.getByRole('button', { name: text('kit.save') }).click()
    await expect(page.getByRole('link', { name: action, exact: true })).toBeVisible()
  }

  await open(`/arrangements/${network.id}?tab=actions`)
  for (const { group, action } of plans)
    await expect(
      page.getByRole('region', { name: group }).getByRole('link', { name: action, exact: true }),
    ).toBeVisible()
  await page.getByRole('link', { name: text('actions.as_board') }).click()
  const planned = page.getByRole('region', { name: code('action_status.planned'), exact: true })
  for (const { action } of plans)
    await expect(planned.getByRole('link', { name: action, exact: true })).toBeVisible()
  await openFilters()
  await choose(page, field('action.points'), code('theme.health'))
  await expect(planned.getByRole('link', { name: 'Train lawyers', exact: true })).toBeHidden()
  await expect(planned.getByRole('link', { name: 'Map clinics', exact: true })).toBeVisible()
})

test('an action is moved over the board by the keyboard alone', async ({
  page,
  open,
  text,
  code,
  own,
  make,
}) => {
  const name = own('Board')
  const plan = await make('arrangements', arrangementCalled(name, { form: 'plan_of_action' }))
  const title = { en: name }
  await make('actions', {
    arrangement: plan.id,
    title,
    status: 'planned',
    begins: '2024',
    due: '2025-03',
  })
  await open(`/actions?arrangement=${plan.id}&view=board`)
  const column = (status: string) =>
    page.getByRole('region', { name: code(`action_status.${status}`), exact: true })
  await expect(column('planned').getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: text('actions.move_named', { name }) }).focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: code('action_status.done') })
  await item.focus()
  await page.keyboard.press('Enter')
  await expect(column('done').getByRole('link', { name, exact: true })).toBeVisible()
  await expect(page.getByText(text('actions.late'), { exact: true })).toBeHidden()

  await page.getByRole('tab', { name: text('actions.views.timeline') }).click()
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the map of actions opens to those in a country, and says how many are nowhere', async ({
  page,
  open,
  text,
  own,
  make,
  number,
  language,
}) => {
  const placeOf = async (code: string) =>
    (await (await page.request.get(`/api/places?code=${code}`)).json()).items[0]
  const [yemen, district] = [await placeOf('YEM'), await placeOf('YE24')]
  const plan = await make('arrangements', arrangementCalled(own('Well plan'), {}))
  const [wells, pumps, talks] = ['Wells', 'Pumps', 'Talks'].map(own)
  for (const [title, places] of [
    [wells, [yemen.id]],
    [pumps, [district.id]],
    [talks, []],
  ])
    await make('actions', {
      arrangement: plan.id,
      title: { en: title },
      status: 'planned',
      places,
    })
  await open(`/actions?arrangement=${plan.id}`)
  await page.getByRole('tab', { name: text('actions.views.map') }).click()
  await expect(page).toHaveURL(/view=map/)
  const country = yemen.name[language]
  const rows = page.getByRole('row')
  await expect(rows.nth(1).getByRole('cell').first()).toHaveText(country)
  await expect(rows.nth(1).getByRole('cell').last()).toHaveText(number(2))
  await expect(rows.nth(2).getByRole('cell').last()).toHaveText(number(1))
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page
    .getByRole('figure', { name: text('actions.views.map') })
    .getByRole('link', { name: country })
    .click()
  await expect(page).toHaveURL(new RegExp(`place=${yemen.id}`))
  const table = page.getByRole('table')
  for (const title of [wells, pumps])
    await expect(table.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(table.getByRole('link', { name: talks, exact: true })).toHaveCount(0)

  await open(`/actions?arrangement=${plan.id}&q=${encodeURIComponent('Talks')}&view=map`)
  await expect(page.getByText(text('actions.none_on_map'))).toBeVisible()
})
