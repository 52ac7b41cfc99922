// SPDX-License-Identifier: Apache-2.0
import { expect, test } from './scenario'

// A slow link pays for each of them once.
test('the first load is under 250 KB compressed, and none of it comes from elsewhere', async ({
  page,
  open,
}) => {
  let bytes = 0
  const hosts = new Set<string>()
  page.on('requestfinished', async (request) => {
    hosts.add(new URL(request.url()).host)
    if (new URL(request.url()).pathname.startsWith('/api/')) return
    bytes += (await request.sizes()).responseBodySize
  })
  await open('/')
  // The stream of events never ends, so that the network is never idle.
  await expect(page.locator('[data-animate]')).toHaveCount(0)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(250_000)
  expect([...hosts]).toEqual([new URL(page.url()).host])
})
