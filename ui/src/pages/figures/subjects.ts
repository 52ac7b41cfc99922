// SPDX-License-Identifier: Apache-2.0
import type { Figure } from '@/api/figure_types'
import type { Names } from '@/state/names'

// An indicator at a place: what figures may be added up for, and never across.
export interface Subject {
  key: string
  indicator: string
  place: string
  figures: Figure[]
  total: number
}

export function subjectsOf(figures: Figure[]): Subject[] {
  const subjects = new Map<string, Subject>()
  for (const figure of figures) {
    const indicator = figure.indicator ?? ''
    const place = figure.place ?? ''
    const key = `${indicator}/${place}`
    const subject = subjects.get(key) ?? { key, indicator, place, figures: [], total: 0 }
    subject.figures.push(figure)
    subject.total += figure.count
    subjects.set(key, subject)
  }
  return [...subjects.values()]
}

export const subjectTitle = (subject: Subject, names: Names) =>
  [names.indicator(subject.indicator), names.place(subject.place)].filter(Boolean).join(' · ')
