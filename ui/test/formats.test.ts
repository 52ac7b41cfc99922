// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { makeFormats } from '@/state/formats'

describe('numbers and dates', () => {
  it.each([
    ['en', '520,085'],
    ['fr', '520\u202f085'],
    ['es', '520.085'],
    ['ar', '٥٢٠٬٠٨٥'],
  ])('are written in %s as its readers write them', (language, text) => {
    expect(makeFormats(language).number(520085)).toBe(text)
  })

  it('name a month and a year whatever the time zone of the reader', () => {
    expect(makeFormats('en').period('2024-01')).toBe('Jan 2024')
    expect(makeFormats('en').period('2024')).toBe('2024')
    expect(makeFormats('ar').period('2024-01')).toBe('يناير ٢٠٢٤')
  })

  it.each([
    ['en', 'Q3 2026'],
    ['fr', 'T3 2026'],
    ['es', 'T3 2026'],
    ['ar', 'الربع الثالث ٢٠٢٦'],
  ])('name a quarter in %s as sheets do', (language, text) => {
    expect(makeFormats(language).period('2026-Q3')).toBe(text)
  })

  it('count bytes in the plural', () => {
    expect(makeFormats('en').bytes(247)).toBe('247 bytes')
    expect(makeFormats('en').bytes(70_400)).toBe('70.4 kB')
  })

  it('have the commas of the language between names', () => {
    expect(makeFormats('en').beside(['Panama', 'crossings'])).toBe('Panama, crossings')
    expect(makeFormats('ar').beside(['بنما', 'عبور'])).toBe('بنما، عبور')
    expect(makeFormats('ar').list(['أ', 'ب'])).toBe('أ وب')
  })

  it('show the sign of a change', () => {
    expect(makeFormats('en').change(0.125)).toBe('+12.5%')
    expect(makeFormats('en').change(0)).toBe('0%')
  })
})
