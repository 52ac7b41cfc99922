// SPDX-License-Identifier: Apache-2.0
// Periods as the server writes them: 2024, 2024-Q1, 2024-W07, 2024-03, 2024-03-31.

export type PeriodUnit = 'year' | 'quarter' | 'month' | 'week' | 'day'

export function periodUnit(period: string): PeriodUnit {
  if (/^\d{4}$/.test(period)) return 'year'
  if (/Q\d$/.test(period)) return 'quarter'
  if (/W\d+$/.test(period)) return 'week'
  return /^\d{4}-\d{2}$/.test(period) ? 'month' : 'day'
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

// The first day of a period, as 2024-03-01.
export function periodStart(period: string): string {
  const year = period.slice(0, 4)
  switch (periodUnit(period)) {
    case 'year':
      return `${year}-01-01`
    case 'quarter':
      return `${year}-${twoDigits(Number(period.slice(6)) * 3 - 2)}-01`
    case 'month':
      return `${period}-01`
    case 'week':
      return isoWeekStart(Number(year), Number(period.slice(6)))
    default:
      return period
  }
}

function isoWeekStart(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7
  return new Date(Date.UTC(year, 0, monday)).toISOString().slice(0, 10)
}

export const lastDayOfMonth = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${twoDigits(new Date(Date.UTC(year, number, 0)).getUTCDate())}`
}
