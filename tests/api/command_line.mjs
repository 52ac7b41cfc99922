// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

// Runs a command of the program on the folder that the server holds. Gives its exit code as
// `status`, and `stdout` and `stderr` as bytes.
export function command(...words) {
  return spawnSync(inject('program'), [...words, '--data', inject('data')], { timeout: 30_000 })
}

// Imports a table as a file of its own; gives the report.
export function importTable(name, rows, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'tenpoint-table-'))
  try {
    const file = join(folder, name)
    writeFileSync(file, rows.map((row) => row.join(',')).join('\n'))
    const { status, stdout, stderr } = command('import', file, '--json', ...options)
    if (status !== 0) throw new Error(`import gave ${status}: ${stderr}`)
    return JSON.parse(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
