// SPDX-License-Identifier: Apache-2.0

// Letters without their accents and vowel marks, so that "senegal" finds Sénégal.
export const plainText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

// Whether every word of what was typed stands somewhere in the texts.
export function finds(typed: string, texts: (string | null | undefined)[]): boolean {
  const words = plainText(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const all = plainText(texts.filter(Boolean).join(' '))
  return words.every((word) => all.includes(word))
}
