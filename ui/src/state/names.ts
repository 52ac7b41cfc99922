// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { useAll } from '@/api/records'
import type { LocalText, Source } from '@/api/types'
import { useKnownPlaces } from './known_places'

// The text in the reader's language, else in English, else in any.
export function localText(text: LocalText | null | undefined, language: string): string {
  if (!text) return ''
  return text[language as keyof LocalText] || text.en || Object.values(text).find(Boolean) || ''
}

export interface Names {
  text(text: LocalText | null | undefined): string
  code(list: string, word: string): string
  country(alpha3: string): string
  place(codeOrId: string): string
  source(nameOrId: string): string
  indicator(word: string): string
}

// What codes and ids are called, in the reader's language.
export function useNames(): Names {
  const { i18n } = useTranslation()
  const labels = useLabels()
  const known = useKnownPlaces()
  const { data: sources } = useAll<Source>('sources')
  const language = i18n.language
  return useMemo(() => {
    const text = (value: LocalText | null | undefined) => localText(value, language)
    const code = (list: string, word: string) => labels.codes[list]?.[word] ?? word
    const country = (alpha3: string) =>
      labels.countries[alpha3] ?? labels.codes.origin?.[alpha3] ?? alpha3
    const bySource = new Map(
      sources?.flatMap((item) => [
        [item.id, item],
        [item.name, item],
      ]),
    )
    return {
      text,
      code,
      country,
      place: (key) => text(known(key)?.name) || labels.countries[key] || key,
      source: (key) => bySource.get(key)?.name ?? key,
      indicator: (word) => code('indicator', word),
    }
  }, [labels, known, sources, language])
}
