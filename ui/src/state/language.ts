// SPDX-License-Identifier: Apache-2.0
import i18next from 'i18next'
import ICU from 'i18next-icu'
import { initReactI18next } from 'react-i18next'
import { speak } from '@/api/client'
import type { Language } from '@/api/types'

export const languages: Language[] = ['en', 'fr', 'es', 'ar']

// Each in its own language, for whoever cannot read the present one.
export const languageNames: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
}

const texts = import.meta.glob<{ default: Record<string, unknown> }>('@translations/*/ui.json')

export const isRightToLeft = (language: string) => language === 'ar'

// The locale by which Intl writes numbers and dates; Arabic has its own digits.
export const localeOf = (language: string) => (language === 'ar' ? 'ar-u-nu-arab' : language)

export function preferredLanguage(): Language {
  const wishes = [localStorage.getItem('tenpoint_language') ?? '', ...navigator.languages]
  for (const wish of wishes) {
    const known = languages.find((language) => wish.toLowerCase().split('-')[0] === language)
    if (known) return known
  }
  return 'en'
}

async function loadTexts(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'ui')) return
  const path = Object.keys(texts).find((name) => name.endsWith(`/${language}/ui.json`))
  const load = path && texts[path]
  if (load) i18next.addResourceBundle(language, 'ui', (await load()).default)
}

export async function switchLanguage(language: Language): Promise<void> {
  await loadTexts(language)
  speak(language)
  document.documentElement.lang = language
  document.documentElement.dir = isRightToLeft(language) ? 'rtl' : 'ltr'
  await i18next.changeLanguage(language)
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem('tenpoint_language', language)
  await switchLanguage(language)
}

export async function startLanguage(): Promise<void> {
  const icu = new ICU({ parseLngForICU: localeOf })
  await i18next
    .use(icu)
    .use(initReactI18next)
    .init({
      resources: {},
      lng: 'cimode',
      defaultNS: 'ui',
      ns: ['ui'],
      fallbackLng: false,
      showSupportNotice: false,
    })
  await switchLanguage(preferredLanguage())
}
