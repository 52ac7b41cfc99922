// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectLegibleInTheDark, test } from './scenario'

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
  '/directory',
  '/sheets?from=2024-01-01&to=2024-12-31',
  '/records/sources',
  '/records/rules/new',
]

// Left to right with room, right to left without: the other languages differ in words alone.
const readers = [
  { language: 'en', viewport: { width: 1280, height: 900 } },
  { language: 'ar', viewport: { width: 390, height: 844 } },
] as const

for (const { language, viewport } of readers)
  test.describe(language, () => {
    test.use({ language, viewport })

    for (const path of pages)
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
        await expectAccessible(page)
        await expectLegibleInTheDark(page)
      })
  })
