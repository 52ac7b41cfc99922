// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { ReceivedFile } from '@/api/import_types'
import { Columns } from '@/pages/import/columns'
import { Likeness } from '@/pages/import/likeness'
import { draftOf } from '@/pages/import/mapping_draft'
import { Meaning } from '@/pages/import/meaning'
import { answer, show } from './render'

const column = (index: number, header: string, field: 'period' | 'count' | 'profile') => ({
  index,
  header,
  tag: null,
  field,
  samples: ['x'],
  personal: false,
  report: null,
  confidence: 'likely' as const,
})

function received(headers: string[]): ReceivedFile {
  const columns = headers.map((header, index) =>
    column(index, header, header === 'when' ? 'period' : header === 'who' ? 'profile' : 'count'),
  )
  const set = { indicator: 'crossing' as const, place: 'PAN' }
  return {
    file: 'F',
    name: 'gap.csv',
    bytes: 10,
    hash: 'h',
    same_as: null,
    suggested_source: 'S',
    likely_sources: [{ source: 'S', same_name: false, columns: 2, matching: 2 }],
    recognition: {
      format: 'csv',
      encoding: 'UTF-8',
      delimiter: ',',
      sheets: [],
      sheet: null,
      alike_sheets: [],
      alike_as_one: null,
      header_row: 1,
      hxl: false,
      content: 'figures',
      columns,
    },
    mapping: { set, columns: columns.map(({ header, field }) => ({ column: header, field })) },
  }
}

// The columns by themselves.
function Editor({ file }: { file: ReceivedFile }) {
  const { columns } = file.recognition
  const suggested = draftOf(columns, file.mapping)
  const [draft, setDraft] = useState(suggested)
  const editing = { file: file.file, sheet: null, columns, suggested, draft, onChange: setDraft }
  return <Columns editing={editing} />
}

const figure = {
  row: 2,
  indicator: 'crossing',
  place: 'PAN',
  period: '2024-01',
  origin: '',
  sex: 'all',
  age: 'all',
  profile: 'all',
  count: 12,
  extras: {},
}
const bad = {
  severity: 'error',
  code: 'bad_count',
  message: '“many” is not a number.',
  row: 3,
  column: 'n',
  text: 'many',
  expected: null,
  suggestion: null,
}
const answers = {
  '/api/labels': {
    codes: { indicator: { crossing: 'Crossings' }, profile: { family_member: 'Family member' } },
    kinds: {},
    countries: { PAN: 'Panama' },
  },
  '/api/places': { items: [], next: null, total: 0 },
  '/api/sources': { items: [{ id: 'S', name: 'SNM', title: {} }], next: null, total: 1 },
  '/api/batches': { items: [], next: null, total: 0 },
  '/api/session': { role: 'information_officer', partner: { id: 'P' } },
  '/api/files/F/texts': { items: [{ text: 'FMUA', rows: 3 }], is_all: true },
  '/api/files/F/preview': {
    rows: 2,
    used: 1,
    rejected: 1,
    skipped: 0,
    observations: 1,
    is_all: true,
    figures: [figure],
    findings: [bad],
  },
}

vi.setConfig({ testTimeout: 30_000 }) // a whole page, and a busy machine is no failure

describe('the mapping editor', () => {
  it('shows the first rows as they will be read, and asks again when a column means something else', async () => {
    const asked = answer(answers)
    await show(<Meaning received={received(['when', 'who', 'n'])} onCancel={vi.fn()} />)
    const preview = await screen.findByRole('region', {
      name: 'The first rows as they will be read',
    })
    await within(preview).findByText('12')
    expect(within(preview).getByText('“many” is not a number.')).toBeVisible()
    await userEvent.selectOptions(screen.getByLabelText('Meaning of who'), 'skip')
    await waitFor(() => {
      const last = asked.filter(({ path }) => path.endsWith('/preview')).at(-1)
      expect(last?.body).toMatchObject({
        mapping: {
          columns: [{ column: 'when' }, { column: 'who', field: 'skip' }, { column: 'n' }],
        },
      })
    })
  })

  it('takes a step back, and comes back to the suggestion', async () => {
    answer(answers)
    await show(<Meaning received={received(['when', 'who', 'n'])} onCancel={vi.fn()} />)
    const who = screen.getByLabelText('Meaning of who')
    await userEvent.selectOptions(who, 'sex')
    await userEvent.selectOptions(who, 'age')
    await userEvent.click(screen.getByText('Undo'))
    expect(who).toHaveValue('sex')
    await userEvent.click(screen.getByLabelText('who as suggested'))
    expect(who).toHaveValue('profile')
    who.focus()
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(who).toHaveValue('sex')
  })

  it('says what a text of a column stands for', async () => {
    const asked = answer(answers)
    await show(<Meaning received={received(['when', 'who', 'n'])} onCancel={vi.fn()} />)
    await userEvent.click(screen.getByLabelText('More about who'))
    await userEvent.click(
      await screen.findByLabelText('What FMUA stands for', { selector: 'input' }),
    )
    await userEvent.click(await screen.findByText('Family member'))
    await waitFor(() => {
      const last = asked.filter(({ path }) => path.endsWith('/preview')).at(-1)
      expect(last?.body).toMatchObject({
        mapping: {
          columns: [{}, { values: [{ text: 'FMUA', set: { profile: 'family_member' } }] }, {}],
        },
      })
    })
  })

  it('settles two hundred columns alike in one line', async () => {
    answer(answers)
    const months = Array.from({ length: 200 }, (_, at) => `m${at}`)
    await show(<Editor file={received(['when', ...months])} />)
    const list = screen.getByLabelText('Columns of the file')
    expect(list.querySelectorAll('select')).toHaveLength(2)
    await userEvent.selectOptions(screen.getByLabelText('Meaning of m0 … m199'), 'skip')
    await userEvent.click(screen.getByText('Show each of the 200'))
    expect(screen.getByLabelText('Meaning of m150')).toHaveValue('skip')
  })
})

it('A column about persons is called out, and left out until somebody wants it', async () => {
  answer(answers)
  const file = received(['when', 'who', 'n'])
  const [, who] = file.recognition.columns
  Object.assign(who ?? {}, { header: 'Telephone', field: 'skip', personal: true })
  Object.assign(file.mapping.columns?.[1] ?? {}, { column: 'Telephone', field: 'skip' })
  await show(<Meaning received={file} onCancel={vi.fn()} />)
  expect(screen.getByText(/nothing of them is read/)).toBeVisible()
  expect(screen.getByText('Personal: left out unless you keep it')).toBeVisible()
  await userEvent.selectOptions(screen.getByLabelText('Meaning of Telephone'), 'dimension')
  expect(screen.getByText('Personal: you keep it')).toBeVisible()
})

it('A file that looks like another source’s says how much of it is known', async () => {
  answer(answers)
  const onChoose = vi.fn()
  const likely = [{ source: 'S', same_name: false, columns: 12, matching: 9 }]
  await show(<Likeness likely={likely} source="" onChoose={onChoose} />)
  await screen.findByText('SNM: 9 of 12 columns match.')
  await userEvent.click(screen.getByRole('button', { name: 'Read it like the files of SNM' }))
  expect(onChoose).toHaveBeenCalledWith('S')
})

it('says of a file that is known by its name alone that it is, and offers no reading so', async () => {
  answer({ '/api/sources': { items: [{ id: 'S', name: 'SNM' }], next: null, total: 1 } })
  const likely = [{ source: 'S', same_name: true, columns: 0, matching: 0 }]
  await show(<Likeness likely={likely} source="S" onChoose={() => {}} onRead={() => {}} />)
  await screen.findByText(/^It was of SNM\./)
  expect(screen.getByText('A file of this name came before')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})
