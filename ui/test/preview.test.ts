// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { Finding } from '@/api/import_types'
import { alikeFindings } from '@/pages/import/preview'

it('what is alike in many rows is told once, the gravest first', () => {
  const finding = (row: number, severity: Finding['severity'], message: string) =>
    ({ row, severity, message, code: message, column: 'Who' }) as Finding
  const findings = [
    finding(2, 'warning', 'unknown'),
    finding(3, 'warning', 'unknown'),
    finding(3, 'error', 'missing'),
  ]
  expect(alikeFindings(findings).map(({ finding, rows }) => [finding.message, rows])).toEqual([
    ['missing', [3]],
    ['unknown', [2, 3]],
  ])
})
