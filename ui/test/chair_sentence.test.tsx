// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { useTranslation } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import type { Chair, Turn } from '@/api/arrangements'
import { chairSentence } from '@/pages/arrangements/chair_sentence'
import { useFormats } from '@/state/formats'
import { show } from './render'

const turn = (partner: string, ends: string | null): Turn => ({
  membership: partner,
  partner,
  role: 'member',
  begins: '2026-01-01',
  ends,
})

function Sentence({ now }: { now: Turn[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const chair: Chair = { on: '2026-06-30', now, next: [] }
  return <p role="note">{chairSentence(chair, (id) => id, formats, t)}</p>
}

describe('who chairs', () => {
  it.each([
    ['nobody', [], 'No chair is known for Jun 30, 2026.'],
    ['one without an end', [turn('Panama', null)], 'Panama has the chair.'],
    ['one until a day', [turn('Panama', '2026-12-31')], 'Panama has the chair until Dec 31, 2026.'],
    [
      'two until the first of them ends',
      [turn('Panama', '2027-12-31'), turn('Belize', '2026-12-31')],
      'Panama and Belize share the chair until Dec 31, 2026.',
    ],
  ])('is said in a sentence: %s', async (_, now, sentence) => {
    await show(<Sentence now={now} />)
    expect(screen.getByRole('note')).toHaveTextContent(sentence)
  })

  it('is said in Arabic with the day in its digits', async () => {
    await show(<Sentence now={[turn('Panama', '2026-12-31')]} />, 'ar')
    expect(screen.getByRole('note')).toHaveTextContent(/^الرئاسة حتى .*٢٠٢٦.*: Panama\.$/)
  })
})
