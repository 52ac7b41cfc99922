// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'

// A database of its own for the program, when it is tested on PostgreSQL: a schema on the server
// that TENPOINT_TEST_POSTGRESQL names. Null: it has SQLite in its folder.
export function freshDatabase(schema) {
  if (process.env.TENPOINT_TEST_ON !== 'postgresql') return null
  const server = process.env.TENPOINT_TEST_POSTGRESQL
  const psql = (...words) => execFileSync('psql', ['-qAt', server, ...words], { encoding: 'utf8', maxBuffer: 1 << 30 })
  psql('-c', `create schema ${schema}`)
  return {
    uri: `${server}${server.includes('?') ? '&' : '?'}options=-csearch_path%3D${schema}`,
    // All that is in its tables, as text.
    dump() {
      const tables = psql('-c', `select tablename from pg_tables where schemaname = '${schema}'`).trim().split('\n')
      return psql(...tables.flatMap((table) => ['-c', `select t::text from ${schema}.${table} t`]))
    },
    // The one cell that a query asks for.
    ask: (sql) => psql('-c', `set search_path = ${schema}`, '-c', sql).trim(),
    drop: () => psql('-c', `set client_min_messages = error; drop schema ${schema} cascade`),
  }
}
