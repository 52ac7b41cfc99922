// SPDX-License-Identifier: Apache-2.0
import ar from '@translations/ar/ui.json'
import en from '@translations/en/ui.json'
import es from '@translations/es/ui.json'
import fr from '@translations/fr/ui.json'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { localeOf } from '@/state/language'

function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
}

const english = new Map(flat(en))

function argumentsOf(text: string): string[] {
  const names = new Set<string>()
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) names.add(String(part.value))
      if ('options' in part && !Array.isArray(part.options))
        for (const option of Object.values(part.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, 'en').getAst())
  return [...names].filter((name) => name !== '#').sort()
}

describe.each(Object.entries({ fr, es, ar }))('the texts in %s', (language, texts) => {
  const own = new Map(flat(texts))

  it('are the same as in English, none more and none less', () => {
    expect([...own.keys()]).toEqual([...english.keys()])
  })

  it('have the placeholders of the English ones', () => {
    for (const [key, text] of own)
      expect(argumentsOf(text), key).toEqual(argumentsOf(english.get(key) ?? ''))
  })

  it('name every plural form of the language', () => {
    const locale = localeOf(language)
    const forms = new Set(new Intl.PluralRules(locale).resolvedOptions().pluralCategories)
    if (language !== 'ar') forms.delete('many') // as "other" in these two
    for (const [key, text] of own)
      if (text.includes(', plural,'))
        for (const form of forms) expect(text, key).toMatch(new RegExp(`[ ,]${form} \\{`))
  })
})
