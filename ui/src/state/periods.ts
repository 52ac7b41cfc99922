// SPDX-License-Identifier: Apache-2.0
// Periods as the server writes them: 2024, 2024-Q1, 2024-W07, 2024-03, 2024-03-31; 2024-E07 is an
// epidemiological week, from Sunday to Saturday.

// How a period is written, for an input that takes one.
export const periodPattern = '\\d{4}(-(Q[1-4]|[WE]\\d{2}|\\d{2}|\\d{2}-\\d{2}))?'

export type PeriodUnit = 'year' | 'quarter' | 'month' | 'week' | 'day'

export function periodUnit(period: string): PeriodUnit {
  if (/^\d{4}$/.test(period)) return 'year'
  if (/Q\d$/.test(period)) return 'quarter'
  if (/[WE]\d+$/.test(period)) return 'week'
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
      return weekStart(Number(year), Number(period.slice(6)), period[5] === 'E')
    default:
      return period
  }
}

// The fourth of January is always in the first week.
function weekStart(year: number, week: number, fromSunday: boolean): string {
  const weekday = new Date(Date.UTC(year, 0, 4)).getUTCDay()
  const first = 4 - (fromSunday ? weekday : (weekday + 6) % 7) + (week - 1) * 7
  return new Date(Date.UTC(year, 0, first)).toISOString().slice(0, 10)
}

// A month that stands in an address; '' where it is none.
export const month = (text: string | null) => (text && /^\d{4}-\d{2}$/.test(text) ? text : '')

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
  return weekOf(new Date(start + 7 * 86_400_000), period[5] ?? 'W')
}

// The week that begins on a day: of the year in which its fourth day lies.
function weekOf(first: Date, sort: string): string {
  const middle = new Date(first.getTime() + 3 * 86_400_000)
  const year = middle.getUTCFullYear()
  const week = Math.floor((middle.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1
  return `${year}-${sort}${twoDigits(week)}`
}
