// SPDX-License-Identifier: Apache-2.0
import {
  expect,
  expectAccessible,
  expectLegibleInTheDark,
  expectNoSidewaysScroll,
  test,
} from './scenario'

const pages = [
  '/',
  '/figures?place=PAN-DARIEN&unit=year',
  '/figures?place=PAN-DARIEN&unit=year&view=composition',
  '/disagreements',
  '/corridors?by=year',
  '/import',
  '/arrangements',
  '/arrangements?view=timeline',
  '/actions',
  '/actions?view=board',
  '/actions?view=map',
  '/directory',
  '/directory?view=map',
  '/gaps',
  '/who-does-what',
  '/who-does-what?view=map',
  '/people-reached',
  '/directory/contacts_due',
  '/search?q=migration',
  '/sheets?from=2024-01-01&to=2024-12-31',
  '/records/sources',
  '/records/rules/new',
]

// Where French words, the longest, have the least room.
const densest = [
  '/figures?place=PAN-DARIEN&unit=year',
  '/disagreements',
  '/corridors?by=year',
  '/actions',
  '/gaps',
  '/who-does-what?view=themes',
  '/sheets?from=2024-01-01&to=2024-12-31',
]

// Left to right with room, right to left without; Spanish differs in words alone.
const phone = { width: 390, height: 844 }
const readers = [
  { language: 'en', viewport: { width: 1280, height: 900 }, paths: pages },
  { language: 'ar', viewport: phone, paths: pages },
  { language: 'fr', viewport: phone, paths: densest },
] as const

for (const { language, viewport, paths } of readers)
  test.describe(language, () => {
    test.use({ language, viewport })

    for (const path of paths)
      test(`${path} is free of barriers that axe can find, in light and dark`, async ({
        page,
        open,
      }) => {
        await open(path)
        await expect(
          page
            .getByRole('status', { includeHidden: false })
            .filter({ has: page.locator('[data-animate]') }),
        ).toHaveCount(0)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await expectLegibleInTheDark(page)
      })
  })
