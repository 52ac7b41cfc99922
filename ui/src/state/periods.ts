// SPDX-License-Identifier: Apache-2.0
// Periods as the server writes them: 2024, 2024-Q1, 2024-W07, 2024-03, 2024-03-31.

// How a period is written, for an input that takes one.
export const periodPattern = '\\d{4}(-(Q[1-4]|W\\d{2}|\\d{2}|\\d{2}-\\d{2}))?'

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

// The period of the same length that follows.
export function nextPeriod(period: string): string {
  const unit = periodUnit(period)
  const year = Number(period.slice(0, 4))
  if (unit === 'year') return String(year + 1)
  if (unit === 'quarter' || unit === 'month') {
    const number = Number(period.slice(unit === 'quarter' ? 6 : 5)) + 1
    const over = number > (unit === 'quarter' ? 4 : 12)
    const next = over ? 1 : number
    return `${over ? year + 1 : year}-${unit === 'quarter' ? `Q${next}` : twoDigits(next)}`
  }
  const start = Date.parse(`${periodStart(period)}T00:00:00Z`)
  if (unit === 'day') return new Date(start + 86_400_000).toISOString().slice(0, 10)
  return isoWeekOf(new Date(start + 7 * 86_400_000))
}

// The week to which a Monday belongs: that of its Thursday's year.
function isoWeekOf(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * 86_400_000)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1
  return `${year}-W${twoDigits(week)}`
}
