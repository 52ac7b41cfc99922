// SPDX-License-Identifier: Apache-2.0
import {
  expect,
  expectAccessible,
  expectLegibleInTheDark,
  expectNoSidewaysScroll,
  test,
} from './scenario'

test.use({ isSignedIn: false })

test('whoever writes a program reads what the API offers, without signing in', {
  tag: '@work',
}, async ({ page, open, text }) => {
  await open('/api/docs')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('api.title'))
  const operation = page.locator('details').filter({ hasText: 'PATCH /api/partners/{id}' })
  await operation.locator('summary').click()
  await expect(operation.getByText(text('api.parameters'))).toBeVisible()
  await expect(operation.getByRole('cell', { name: 'If-Match' })).toBeVisible()
  await expect(operation.getByText('412')).toBeVisible()
  await expectNoSidewaysScroll(page)

  await operation.getByRole('link', { name: 'partner', exact: true }).first().click()
  await expect(page.locator('#schema-partner')).toBeInViewport()

  await page.evaluate(leaveOneOfTwenty)
  await expectAccessible(page)
  await expectLegibleInTheDark(page)
})

// Operations are drawn alike, and so are schemas; axe takes a minute for hundreds of them.
function leaveOneOfTwenty() {
  for (const each of ['details', '[id^="schema-"]'])
    document.querySelectorAll(each).forEach((one, at) => {
      if (at % 20 !== 0) one.remove()
    })
}
