// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { Place } from '../src/api/types'
import { codeOf } from '../src/pages/records/place_code'

const places: Record<string, Partial<Place>> = {
  region: { code: 'M49-145', kind: 'region', parent: null },
  country: { code: 'YEM', kind: 'country', parent: 'region' },
  province: { code: 'YE24', kind: 'admin1', parent: 'country' },
}
const known = (key: string) => places[key] as Place | undefined
const code = (kind: string, en: string, parent?: string) =>
  codeOf({ kind, parent, name: { en } }, known)

it('A site is proposed a code out of its country and its name', () => {
  expect(code('site', 'Port of Aden', 'province')).toBe('YEM-PORT-OF-ADEN')
  expect(code('site', 'San José (centre)', 'country')).toBe('YEM-SAN-JOSE-CENTRE')
  expect(code('region', 'The coast', 'region')).toBe('M49-145-THE-COAST')
  expect(code('route', 'Across the Gulf')).toBe('ROUTE-ACROSS-THE-GULF')
  expect(code('site', 'Harbour')).toBe('HARBOUR')
})

it('Nothing is proposed without a name in letters, nor for areas, whose codes others give', () => {
  expect(code('site', '', 'country')).toBe('')
  expect(code('site', '…', 'country')).toBe('')
  expect(code('admin1', 'Aden', 'country')).toBe('')
})

it('A code is no longer than may be', () => {
  const long = code('site', 'A reception centre with a very long name indeed', 'country')
  expect(long.length).toBeLessThanOrEqual(40)
  expect(long).not.toMatch(/-$/)
})
