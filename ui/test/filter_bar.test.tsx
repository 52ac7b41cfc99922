// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { FilterBar, FilterText } from '@/kit/filters'
import { show } from './render'

const search = <FilterText value="" onChange={() => {}} />
const filter = (label: string) => <input key={label} aria-label={label} />

describe('the filters of a list', () => {
  it('wait behind a button that says how many are set, where there is little room', async () => {
    await show(
      <FilterBar search={search} values={['ngo', '', 'PAN']}>
        {['Kind', 'Theme', 'Country'].map(filter)}
      </FilterBar>,
    )
    const button = screen.getByRole('button', { name: 'Filters (2)' })
    const folded = document.getElementById(button.getAttribute('aria-controls') ?? '')
    expect(folded).toContainElement(screen.getByLabelText('Kind'))
    expect(folded).not.toContainElement(screen.getByLabelText('Search'))
    expect(button).toHaveAttribute('aria-expanded', 'false')
    expect(folded).toHaveAttribute('data-folded')
    button.focus()
    await userEvent.keyboard('{Enter}')
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(folded).not.toHaveAttribute('data-folded')
  })

  it('have no number where none is set', async () => {
    await show(<FilterBar values={['', '']}>{['Kind', 'Theme'].map(filter)}</FilterBar>)
    expect(screen.getByRole('button', { name: 'Filters' })).toBeInTheDocument()
  })

  it('need no button where there is but one', async () => {
    await show(
      <FilterBar search={search} values={['ngo']}>
        {filter('Kind')}
      </FilterBar>,
    )
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByLabelText('Kind')).toBeInTheDocument()
  })
})
