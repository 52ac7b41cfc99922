// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Field } from '@/api/schema_reading'
import { differences, meanwhile, withPart } from '@/pages/records/meanwhile'

const field = (name: string, shape: Field['shape'] = 'text') => ({ name, shape }) as Field
const fields = [
  field('title', 'local_text'),
  field('parts', 'listed_texts'),
  field('code'),
  field('begins'),
  field('lead'),
]

describe('what was written', () => {
  it('is only what differs from where it began', () => {
    const before = { title: { en: 'Plan', fr: 'Plan' }, code: 'A', lead: null }
    const said = { title: { en: 'Plan', fr: 'Plan', ar: '' }, code: 'B', lead: '' }
    expect(differences(fields, before, said)).toEqual({ code: 'B' })
    expect(differences(fields, before, { title: { ...before.title, fr: 'Projet' } })).toEqual({
      title: { en: 'Plan', fr: 'Projet' },
    })
    expect(differences(fields, { site: 'camp' }, { site: null })).toEqual({ site: null })
  })
})

describe('what others changed meanwhile', () => {
  const before = {
    title: { en: 'Plann', fr: 'Plan' },
    parts: { a: 'trains' },
    code: 'A',
    begins: '2026',
    lead: 'a',
  }

  it('is taken over where nobody else wrote, language by language', () => {
    const said = { title: { en: 'Plann', fr: 'Projet' }, parts: { a: 'trains', b: 'pays' } }
    const now = { ...before, title: { en: 'Plan', fr: 'Plan' }, begins: '2027' }
    expect(meanwhile(fields, before, said, now)).toEqual({
      changed: { title: { en: 'Plan', fr: 'Projet' }, parts: { a: 'trains', b: 'pays' } },
      clashes: [],
      takenOver: ['title', 'begins'],
    })
  })

  it('is asked about where both wrote, and not where both wrote the same', () => {
    const said = { title: { en: 'Plan A', fr: 'Projet' }, code: 'B', lead: null }
    const now = { ...before, title: { en: 'Plan B', fr: 'Projet' }, code: 'B', lead: 'b' }
    const { changed, clashes, takenOver } = meanwhile(fields, before, said, now)
    expect(clashes).toEqual([
      { name: 'title', key: 'en', theirs: 'Plan B', yours: 'Plan A' },
      { name: 'lead', theirs: 'b', yours: null },
    ])
    expect(takenOver).toEqual([])
    const chosen = { ...changed, title: withPart(changed, { name: 'title', key: 'en' }, 'Plan B') }
    expect(differences(fields, now, chosen)).toEqual({ lead: null })
  })
})
