// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@playwright/test'
import { expect } from './scenario'

type Make = (plural: string, data: object) => Promise<{ id: string }>

const months = ['2025-01', '2025-02', '2025-03', '2025-04']

// A place of its own for a play, at which two sources count the same people: they agree in
// February and differ in three other months.
export async function makeDispute(page: Page, make: Make, name: string) {
  const place = `DISPUTE-${name.replace(/\W+/g, '-').toUpperCase()}`
  await make('places', { code: place, name: { en: place }, kind: 'border' })
  const police = `Police of ${place}`
  const office = `Office of ${place}`
  await importCounts(page, make, police, place, [400, 500, 600, 700])
  await importCounts(page, make, office, place, [300, 490, 450, 350])
  return { place, police, office }
}

async function importCounts(page: Page, make: Make, name: string, place: string, counts: number[]) {
  const { id: source } = await make('sources', { name, title: { en: name } })
  const { csrf } = await (await page.request.get('/api/session')).json()
  const headers = { 'X-Tenpoint-Csrf': csrf }
  const post = async (path: string, data: object | string, type = 'application/json') => {
    const answer = await page.request.post(path, {
      headers: { ...headers, 'Content-Type': type },
      data,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const rows = counts.map((count, at) => `${months[at]},${count}`)
  const text = ['month,people', ...rows].join('\n')
  const file = await post('/api/files?name=counts.csv', text, 'application/octet-stream')
  const mapping = { ...file.mapping, set: { indicator: 'crossing', place } }
  const { job } = await post('/api/batches', { file: file.file, source, mapping })
  await expect
    .poll(async () => (await (await page.request.get(`/api/jobs/${job}`)).json()).state)
    .toBe('done')
  const { batch } = await (await page.request.get(`/api/jobs/${job}`)).json()
  await post(`/api/batches/${batch}/accept`, {})
}
