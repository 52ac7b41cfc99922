// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SearchField } from '@/kit/search_field'
import { show } from './render'

it('the search has the words of the page of results, and not those of a list', async () => {
  const { unmount } = await show(<SearchField />, 'en', '/search', '/search?q=shelter')
  expect(screen.getByRole('searchbox')).toHaveValue('shelter')
  unmount()
  await show(<SearchField />, 'en', '/arrangements', '/arrangements?q=walk')
  expect(screen.getByRole('searchbox')).toHaveValue('')
})
