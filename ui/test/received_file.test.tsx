// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Batch } from '@/api/types'
import { ReceivedFile } from '@/pages/import/received_file'
import { SharingChoice } from '@/pages/import/sharing_choice'
import { answer, show } from './render'

describe('a file with columns about persons', () => {
  const page = (file_withheld: boolean) => {
    const cause = { code: 'personal_column', severity: 'warning', count: 1, message: '' }
    const findings = { items: [], next: null, total: 1, file_withheld, by_code: [cause] }
    answer({ '/api/batches/b/findings': findings })
    return show(<ReceivedFile batch={{ id: 'b' } as Batch} />)
  }

  it('is there for whoever may have it', async () => {
    await page(false)
    expect(await screen.findByRole('link', { name: 'File as received' })).toBeVisible()
  })

  it('is not there for others, who are told why', async () => {
    await page(true)
    expect(await screen.findByText(/columns about persons were found/)).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('says what sharing it gives to others', async () => {
    const choice = (isAboutPersons: boolean) => (
      <SharingChoice
        value="partners"
        before={undefined}
        content="figures"
        isAboutPersons={isAboutPersons}
        onChange={() => {}}
        label="Sharing"
      />
    )
    const { unmount } = await show(choice(false))
    expect(screen.queryByText(/get what was read, and not the file/)).toBeNull()
    unmount()
    await show(choice(true))
    expect(screen.getByText(/get what was read, and not the file/)).toBeVisible()
  })
})
