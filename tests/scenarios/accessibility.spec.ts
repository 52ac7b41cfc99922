// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, expectLegibleInTheDark, type Language, test } from './scenario'

const pages = [
  '/',
  '/figures?place=PAN-DARIEN&unit=year',
  '/figures?place=PAN-DARIEN&unit=year&view=composition',
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

for (const language of ['en', 'fr', 'es', 'ar'] as Language[])
  test.describe(language, () => {
    test.use({ language })

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
