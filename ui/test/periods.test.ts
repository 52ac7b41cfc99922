// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { lastDayOfMonth, nextPeriod, periodStart, periodUnit } from '@/state/periods'

describe('a period', () => {
  it.each([
    ['2024', 'year', '2024-01-01'],
    ['2024-Q3', 'quarter', '2024-07-01'],
    ['2024-02', 'month', '2024-02-01'],
    ['2024-W01', 'week', '2024-01-01'],
    ['2021-W01', 'week', '2021-01-04'],
    ['2020-W53', 'week', '2020-12-28'],
    ['2024-E07', 'week', '2024-02-11'],
    ['2015-E01', 'week', '2015-01-04'],
    ['2024-03-31', 'day', '2024-03-31'],
  ])('%s is a %s that starts on %s', (period, unit, start) => {
    expect(periodUnit(period)).toBe(unit)
    expect(periodStart(period)).toBe(start)
  })

  it('is followed by one of its own sort', () => {
    expect(nextPeriod('2020-W53')).toBe('2021-W01')
    expect(nextPeriod('2020-E53')).toBe('2021-E01')
  })

  it('of a month ends on its last day, leap years too', () => {
    expect(lastDayOfMonth('2024-02')).toBe('2024-02-29')
    expect(lastDayOfMonth('2023-02')).toBe('2023-02-28')
    expect(lastDayOfMonth('2023-12')).toBe('2023-12-31')
  })
})
