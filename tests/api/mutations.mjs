// SPDX-License-Identifier: Apache-2.0
// Requests at and beyond the boundary, made out of good ones. The same seed gives the same ones.

// Mulberry32: enough chance for choosing, and the same on every machine.
export function seeded(seed) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return (choices) => choices[Math.floor(next() * choices.length)]
}

const unicode = ['é́́', '\u202eright to left', '👩‍👩‍👧‍👦', '\u0000', '\ufeff', '\ud800', '中文', "' or 1=1 --", '%_\\', '{0}', '../../etc']
const ids = ['x', '01890a5d-ac96-774b-bcce-b302099a8057', '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', '%00', '..', '%2e%2e%2f', '-1', 'x'.repeat(2000), '%F0%9F%92%A9', '%ff']
const numbers = [0, -0, -1, 1, 2 ** 31, 2 ** 53, 1e308, -1e308, 5e-324, 0.1, 9223372036854775807n, 18446744073709551616n]
const dates = ['2024-02-30', '0000-00-00', '9999-12-31', '-0001-01-01', '2024-W53', '2024-13', '2024-01-01T00:00:00Z', '1']
const words = ['', ' ', 'x'.repeat(10_000), ...unicode, ...dates, ...numbers.map(String), 'NaN', 'true', 'null', ',', ',,,', 'a,b', 'period:century']
const values = [null, true, false, [], {}, '', [[]], [null], { en: null }, { xx: 'y' }, { en: 'x'.repeat(5000) }, ['x', 'x'], ...numbers, ...words, ...ids]
const texts = ['', '[]', '"text"', '7', 'null', '{', '{"a":}', '{"name":"a","name":"b"}', '['.repeat(40) + ']'.repeat(40), '['.repeat(100_000), '{"a":NaN}', '{"a":1e999}', '\ufeff{}', '{"\\ud800":"\\udfff"}', '\xff\xfe', '{"a":"' + 'x'.repeat(300_000) + '"}', '{}{}', '{} x']

// JSON with whole numbers that JavaScript itself cannot hold.
export const toJson = (value) => {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`
  if (value && typeof value === 'object')
    return `{${Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}:${toJson(part)}`).join(',')}}`
  return JSON.stringify(value) ?? 'null'
}

const query = (request, more) => ({ ...request, query: { ...request.query, ...more } })
const header = (request, name, value) => ({ ...request, headers: { ...request.headers, [name]: value } })
const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([each]) => each !== name))

// Each takes a request and gives one that is wrong, or at least unusual; null where it has nothing
// to take hold of.
const mutations = [
  (request, pick) => request.id && { ...request, id: pick(ids) },
  (request, pick) => query(request, { [pick(['unknown', 'id', '', '__proto__', ...unicode])]: 'x' }),
  (request, pick, known) => known.length && query(request, { [pick(known)]: pick(words) }),
  (request, pick, known) => known.length && { ...request, twice: pick(known) },
  (request, pick) => Object.keys(request.query).length && { ...request, query: without(request.query, pick(Object.keys(request.query))) },
  (request, pick) => request.body && Object.keys(request.body).length && { ...request, body: { ...request.body, [pick(Object.keys(request.body))]: pick(values) } },
  (request, pick) => request.body && Object.keys(request.body).length && { ...request, body: without(request.body, pick(Object.keys(request.body))) },
  (request, pick) => request.body && { ...request, body: { ...request.body, [pick(['unknown', 'id', 'version', 'owner', 'visibility', 'created_at', ...unicode])]: pick(values) } },
  (request, pick) => request.body && { ...request, text: pick(texts) },
  (request, pick) => request.body && header(request, 'Content-Type', pick(['text/plain', 'application/json; charset=latin1', 'application/xml', '', 'multipart/form-data'])),
  (request, pick) => request.file && { ...request, file: pick(['', 'x', '\u0000'.repeat(100), 'PK\u0003\u0004', 'a,b\n"', ';'.repeat(50_000), '\ud800'.repeat(10), '{"a":1}', '%PDF-1.4']) },
  (request, pick) => request.version && { ...request, version: pick([0, -1, 2, 2 ** 53, 'x', '*', '', '1, 2', '9'.repeat(400)]) },
  (request, pick) => header(request, 'Accept', pick(['text/csv', 'application/pdf', '*/*;q=0', ',,,', 'x'.repeat(3000), 'application/json;q=nan'])),
  (request, pick) => header(request, 'Accept-Language', pick(['xx', 'ar', 'fr;q=2', '*', '-', 'x'.repeat(3000)])),
  (request, pick) => header(request, pick(['If-None-Match', 'If-Match', 'Range', 'Idempotency-Key', 'Accept-Encoding', 'X-Forwarded-For', 'Last-Event-ID', 'Authorization', 'X-Tenpoint-Csrf']), pick(['*', 'Bearer x', '""', 'W/"1"', 'bytes=0-1', 'gzip;q=0', 'x'.repeat(1000)])),
]

// `known` are the names of the operation's query parameters.
export function mutate(request, pick, known) {
  for (;;) {
    const changed = pick(mutations)(request, pick, known)
    if (changed) return changed
  }
}
