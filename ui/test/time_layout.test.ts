// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { layOutTime, type Span } from '@/charts/time_layout'

const today = '2026-07-02'
const span = (begins: string | null, ends: string | null, goesOn = false): Span => ({
  begins,
  ends,
  goesOn,
})

describe('a timeline', () => {
  it('runs over whole years, from the first beginning to today where something goes on', () => {
    const spans = [span('2020-06', '2021'), span('2024', null, true)]
    const layout = layOutTime(spans, today)
    expect(layout.years[0]).toEqual({ year: 2020, at: 0 })
    expect(layout.years.at(-1)?.year).toBe(2026)
    expect(layout.today).toBeGreaterThan(90)
  })

  it('draws a period that is known by its year over the whole of the year', () => {
    const layout = layOutTime([span('2020', '2023')], today)
    expect(layout.place(span('2020', '2023'))).toMatchObject({ start: 0, length: 100 })
    const half = layout.place(span('2022-01-01', '2023-12-31'))
    expect(half?.start).toBeCloseTo(50, 0)
    expect(half?.length).toBeCloseTo(50, 0)
  })

  it('lets what goes on reach today, and marks it', () => {
    const layout = layOutTime([span('2020', null, true)], today)
    const stretch = layout.place(span('2020', null, true))
    expect(stretch).toMatchObject({ isOpen: true })
    expect((stretch?.start ?? 0) + (stretch?.length ?? 0)).toBeCloseTo(layout.today ?? 0)
  })

  it('does not draw what has ended nobody knows when as if it still went on', () => {
    const layout = layOutTime([span('2000', '2010')], today)
    expect(layout.place(span('2005', null))).toMatchObject({ isOpen: false })
    expect(layout.place(span('2005', null))?.length).toBeLessThan(11)
  })

  it('draws nothing where no date is known, and stays in the picture where only the end is', () => {
    const layout = layOutTime([span('2000', '2010')], today)
    expect(layout.place(span(null, null))).toBeNull()
    expect(layout.place(span(null, '2000'))).toMatchObject({ start: 0, isOpen: false })
    expect(layoutOfNothing().years.map(({ year }) => year)).toEqual([2026])
  })

  it('says where today is only where it lies in the picture', () => {
    expect(layOutTime([span('1990', '1999')], today).today).toBeNull()
  })
})

const layoutOfNothing = () => layOutTime([], today)
