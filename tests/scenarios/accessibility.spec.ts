// SPDX-License-Identifier: Apache-2.0
import { expect, expectAccessible, type Language, test } from './scenario'

const pages = [
  '/',
  '/figures?place=PAN-DARIEN&unit=year',
  '/figures?place=PAN-DARIEN&unit=year&view=composition',
  '/corridors?by=year',
  '/import',
  '/sheets?from=2024-01-01&to=2024-12-31',
  '/records/sources',
  '/records/rules/new',
  '/api/docs',
]

for (const language of ['en', 'fr', 'es', 'ar'] as Language[])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ language, colorScheme })

      test('every page is free of barriers that axe can find', async ({ page, open }) => {
        test.setTimeout(180_000)
        for (const path of pages) {
          await open(path)
          await expect(
            page
              .getByRole('status', { includeHidden: false })
              .filter({ has: page.locator('[data-animate]') }),
          ).toHaveCount(0)
          await expectAccessible(page)
        }
      })
    })
