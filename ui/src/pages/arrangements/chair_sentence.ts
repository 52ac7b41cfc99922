// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next'
import type { Chair } from '@/api/arrangements'
import type { Formats } from '@/state/formats'

// Who chairs on the day that was asked for, in a sentence.
export function chairSentence(
  { now, on }: Chair,
  nameOf: (partner: string) => string,
  formats: Formats,
  t: TFunction,
): string {
  if (now.length === 0) return t('chair.nobody', { day: formats.day(on) })
  const who = formats.list([...new Set(now.map(({ partner }) => nameOf(partner)))])
  const ends = now.map((turn) => turn.ends).filter((day) => day !== null)
  const first = [...ends].sort()[0]
  if (!first) return t('chair.has', { who, count: now.length })
  return t('chair.has_until', { who, count: now.length, day: formats.day(first) })
}
