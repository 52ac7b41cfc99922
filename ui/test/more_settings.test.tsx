// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { Column } from '@/api/import_types'
import { type Draft, draftOf } from '@/pages/import/mapping_draft'
import { MoreSettings } from '@/pages/import/more_settings'
import { answer, show } from './render'

const column: Column = {
  index: 0,
  header: 'sort',
  tag: null,
  field: 'dimension',
  samples: ['total', 'new'],
  personal: false,
  report: null,
  confidence: 'likely',
}

// Gives what the mapping says in the end.
async function edit(): Promise<() => Draft> {
  answer({ '/api/labels': { codes: { period_unit: { year: 'Year' } }, kinds: {}, countries: {} } })
  let last = draftOf([column], {})
  function Editor() {
    const [draft, setDraft] = useState(last)
    last = draft
    const editing = { file: 'F', sheet: null, columns: [column], suggested: draft, draft }
    return <MoreSettings editing={{ ...editing, onChange: setDraft }} />
  }
  await show(<Editor />)
  return () => last
}

it('What only the officer knows of double counting is said in the mapping', async () => {
  const said = await edit()
  await userEvent.click(screen.getByText('Running totals and figures given again'))
  await userEvent.click(screen.getByLabelText(/running totals since January/))
  await userEvent.selectOptions(screen.getByLabelText(/^Figures given again/), 'latest')
  fireEvent.change(screen.getByLabelText('As of'), { target: { value: '2024-04-15' } })
  expect(said()).toMatchObject({ cumulative: 'year', repeated: 'latest', as_of: '2024-04-15' })
  await userEvent.click(screen.getByLabelText(/running totals since January/))
  await userEvent.selectOptions(screen.getByLabelText(/^Figures given again/), 'add')
  expect(said()).toMatchObject({ cumulative: undefined, repeated: undefined })
})

it('A new filter can keep only some rows, and each is removed by its own name', async () => {
  const said = await edit()
  await userEvent.click(screen.getByText('Rows to leave out'))
  await userEvent.click(screen.getByRole('button', { name: 'Add a rule' }))
  await userEvent.selectOptions(screen.getByLabelText('Rule'), 'keep')
  expect(screen.getByLabelText('Rule')).toHaveValue('keep')
  expect(said().filters).toMatchObject([{ column: 'sort', keep: [] }])
  const filters = screen.getByRole('region', { name: 'Rows to leave out' })
  await userEvent.click(within(filters).getByRole('button', { name: 'Remove the rule for sort' }))
  expect(said().filters).toBeUndefined()
})
