// SPDX-License-Identifier: Apache-2.0
import type { Request } from '@playwright/test'
import { expect, test } from './scenario'

// A slow link pays for each of them once.
test('the first load is under 250 KB compressed, and none of it comes from elsewhere', async ({
  page,
  open,
}) => {
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  await open('/')
  // The stream of events never ends, so that the network is never idle.
  await expect(page.locator('[data-animate]')).toHaveCount(0)

  const isOfTheInterface = (request: Request) =>
    !new URL(request.url()).pathname.startsWith('/api/')
  // A size is known only when its answer has come as a whole.
  const sizes = await Promise.all(
    requests.filter(isOfTheInterface).map((request) => request.sizes()),
  )
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(250_000)
  const hosts = new Set(requests.map((request) => new URL(request.url()).host))
  expect([...hosts]).toEqual([new URL(page.url()).host])
})
