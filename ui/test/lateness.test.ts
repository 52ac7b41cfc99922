// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { ActionStatus } from '@/api/arrangements'
import { sinceAdopted } from '@/pages/actions/adoption'
import { isLate, isLateAsAdopted } from '@/pages/actions/lateness'
import { expiryOf } from '@/pages/arrangements/expiry'
import { isOverrun } from '@/pages/arrangements/filtering'
import { membersByRole } from '@/pages/arrangements/members_in_order'
import { isStale } from '@/pages/directory/staleness'
import { concerns } from '@/state/themes'

describe('an action', () => {
  it.each<[ActionStatus, string | null, string, boolean]>([
    ['planned', '2026-03', '2026-03-31', false], // the month is not over
    ['planned', '2026-03', '2026-04-01', true],
    ['under_way', '2026-03-15', '2026-03-15', false], // due today is not late
    ['under_way', '2026-03-15', '2026-03-16', true],
    ['under_way', '2026-Q1', '2026-04-01', true],
    ['under_way', '2025', '2026-01-01', true],
    ['done', '2020', '2026-01-01', false],
    ['dropped', '2020', '2026-01-01', false],
    ['planned', null, '2026-01-01', false],
  ])('that is %s and due %s is on %s late: %s', (status, due, today, late) => {
    expect(isLate({ status, due }, today)).toBe(late)
  })

  it('that was put off is late by the date that was adopted, and not by today’s', () => {
    const action = {
      status: 'under_way' as const,
      due: '2027',
      adopted: { on: '2025-01-01', due: '2025' },
    }
    expect(isLate(action, '2026-06-01')).toBe(false)
    expect(isLateAsAdopted(action, '2026-06-01')).toBe(true)
    expect(isLateAsAdopted({ ...action, adopted: {} }, '2026-06-01')).toBe(false)
  })

  it('says what was changed since it was adopted, and of a draft nothing', () => {
    const same = { description: {}, begins: null, due: '2027', baseline: null, target: 200 }
    const now = { ...same, title: { en: 'Train 200' }, indicator: 'leaflets printed' }
    const adopted = {
      on: '2025-01-01',
      title: { en: 'Train 100' },
      due: '2027',
      indicator: 'people trained',
      target: null,
    }
    expect(sinceAdopted({ ...now, adopted })).toEqual(['title', 'indicator', 'target'])
    expect(sinceAdopted({ ...now, adopted: { ...adopted, ...now } })).toEqual([])
    expect(sinceAdopted({ ...now, adopted: {} })).toEqual([])
  })
})

describe('what runs out', () => {
  it.each([
    [null, 30, 'none'],
    ['2026-03-01', null, 'none'],
    ['2026-03-01', 30, 'expires_soon'],
    ['2026-01-31', 30, 'expired'],
    ['2026-02-01', null, 'expires_soon'], // on its last day
  ])('expires %s with %s days’ notice: %s', (expires, notice_days, expected) => {
    expect(expiryOf({ expires, notice_days }, '2026-02-01')).toBe(expected)
  })

  it.each([
    ['active', '2026-01', true],
    ['planned', '2025', true],
    ['active', '2026-02', false], // the month is not over
    ['active', null, false], // it goes on
    ['dormant', '2025', false],
    ['ended', '2025', false],
  ] as const)('is an arrangement that is %s until %s: %s', (status, ends, overrun) => {
    expect(isOverrun({ status, ends }, '2026-02-01')).toBe(overrun)
  })

  it('is a contact that nobody confirmed for a year', () => {
    expect(isStale('2025-06-01', '2026-06-01')).toBe(false)
    expect(isStale('2025-05-31', '2026-06-01')).toBe(true)
    expect(isStale(null, '2026-06-01')).toBe(true)
  })
})

describe('members', () => {
  const member = (partner: string, role: string, more = {}) =>
    ({ partner, role, since: null, until: null, chair_order: null, ...more }) as never
  const nameOf = (partner: string) => partner

  it('stand by role, the chair first, at a rotating chair by turn, those of the past last', () => {
    const groups = membersByRole(
      [
        member('b', 'member', { chair_order: 2 }),
        member('a', 'observer'),
        member('c', 'member', { chair_order: 1 }),
        member('d', 'chair', { until: '2024' }),
        member('e', 'chair', { since: '2025' }),
      ],
      '2026-01-01',
      nameOf,
    )
    expect(groups.map(({ role }) => role)).toEqual(['chair', 'member', 'observer'])
    expect(groups[0]?.now.map(({ partner }) => partner)).toEqual(['e'])
    expect(groups[0]?.before.map(({ partner }) => partner)).toEqual(['d'])
    expect(groups[1]?.now.map(({ partner }) => partner)).toEqual(['c', 'b'])
  })
})

describe('a point', () => {
  it('stands for its parts, and a part not for its point', () => {
    expect(concerns(['referral'], 'profiling_and_referral')).toBe(true)
    expect(concerns(['profiling_and_referral'], 'referral')).toBe(false)
    expect(concerns(['health'], 'health')).toBe(true)
  })
})
