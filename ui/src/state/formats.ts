// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { localeOf } from './language'
import { periodStart, periodUnit } from './periods'

export interface Formats {
  number(value: number): string
  difference(value: number): string // with its sign
  short(value: number): string // 520 thousand as "520K"
  percent(share: number): string
  change(share: number): string // with its sign
  bytes(value: number): string
  day(date: string): string // 2024-03-31
  time(instant: string): string
  period(period: string): string // 2024, 2024-Q1, 2024-03, 2024-03-31
  list(words: string[]): string // as a sentence names them, with "and"
  beside(words: string[]): string // as a name with more about it: "Firefox, Linux"
}

const periodParts: Record<string, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { dateStyle: 'medium' },
}

// As the printed sheets write them: no browser names quarters.
const quarters: Record<string, string[]> = {
  ar: ['الربع الأول', 'الربع الثاني', 'الربع الثالث', 'الربع الرابع'],
  es: ['T1', 'T2', 'T3', 'T4'],
  fr: ['T1', 'T2', 'T3', 'T4'],
}
const quartersOf = (language: string) => quarters[language] ?? ['Q1', 'Q2', 'Q3', 'Q4']

export function makeFormats(language: string): Formats {
  const locale = localeOf(language)
  const number = new Intl.NumberFormat(locale)
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const change = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const difference = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const list = new Intl.ListFormat(locale)
  const date = (value: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options }).format(new Date(value))

  function period(text: string): string {
    const unit = periodUnit(text)
    const start = periodStart(text)
    if (unit === 'quarter') {
      const quarter = Math.floor(Number(start.slice(5, 7)) / 3)
      return `${quartersOf(language)[quarter]} ${date(start, { year: 'numeric', timeZone: 'UTC' })}`
    }
    return date(start, { ...(periodParts[unit] ?? periodParts.day), timeZone: 'UTC' })
  }

  return {
    number: (value) => number.format(value),
    difference: (value) => difference.format(value),
    short: (value) => short.format(value),
    percent: (share) => percent.format(share),
    change: (share) => change.format(share),
    bytes: (value) => formatBytes(locale, value),
    day: (value) => date(value, { dateStyle: 'medium', timeZone: 'UTC' }),
    time: (value) => date(value, { dateStyle: 'medium', timeStyle: 'short' }),
    period,
    list: (words) => list.format(words),
    beside: (words) => words.join(language === 'ar' ? '، ' : ', '),
  }
}

function formatBytes(locale: string, value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = value > 0 ? Math.min(3, Math.floor(Math.log10(value) / 3)) : 0
  const unit = units[power]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short', // the short form has no plural
    maximumFractionDigits: 1,
  }).format(value / 1000 ** power)
}

export function useFormats(): Formats {
  const { i18n } = useTranslation()
  return useMemo(() => makeFormats(i18n.language), [i18n.language])
}
