// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { PlaceHeadline } from '@/pages/start/place_headline'
import { answer, show } from './render'

const place = {
  place: 'p',
  code: 'HND',
  name: 'Honduras',
  indicator: null,
  total: 1,
  series: [500, 545, 720],
  sources: [1, 1, 2],
  note: null,
}

async function showYear(at: number) {
  answer({})
  await show(<PlaceHeadline place={place} periods={['2022', '2023', '2024']} at={at} />)
}

describe('the headline of a place', () => {
  it('says how the figure changed against the year before', async () => {
    await showYear(1)
    expect(await screen.findByText(/against 2022/)).toBeVisible()
  })

  it('compares no source with another, and gives both figures', async () => {
    await showYear(2)
    expect(await screen.findByText('720')).toBeVisible()
    expect(screen.getByText('545 in 2023, from other sources: not compared')).toBeVisible()
    expect(screen.queryByText(/against/)).toBeNull()
  })

  it('says nothing of the year before the first one', async () => {
    await showYear(0)
    expect(await screen.findByText('500')).toBeVisible()
    expect(screen.queryByText(/against/)).toBeNull()
  })
})
