// SPDX-License-Identifier: Apache-2.0
// Finding anything by its words, as far as it may be read; and the files of documents.
import { beforeAll, describe, expect, it } from 'vitest'
import { everybody } from './client.mjs'
import { zip } from './zip.mjs'

let clients
let number = 0
// A word that stands nowhere else, of letters that no plural takes away.
const rare = () => `quagga${[...String(++number)].map((digit) => 'abcdfghijk'[digit]).join('')}`
const plain = (text) => text.map(({ text, found }) => (found ? `[${text}]` : text)).join('')

beforeAll(async () => {
  clients = await everybody()
})

async function made(plural, body, client = clients.coordinator) {
  const answer = await client.post(`/api/${plural}`, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json
}
const search = async (words, client = clients.coordinator, more = '') => {
  const answer = await client.get(`/api/search?q=${encodeURIComponent(words)}${more}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.json
}
// What was written is found once it is sealed: within a second or two.
async function found(words, count = 1, client = clients.coordinator) {
  for (let tries = 0; ; ++tries) {
    const { items } = await search(words, client)
    if (items.length === count || tries === 100) return items
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const review = async (text, more = {}, client = clients.contributor) => {
  const arrangement = await made('arrangements', {
    code: rare(), title: { en: 'A process' }, level: 'regional', form: 'consultative_process', status: 'active',
  })
  return made('reviews', { arrangement: arrangement.id, finding: 'lesson', text, ...more }, client)
}

describe('Search', () => {
  it('finds a record by words of any of its languages, whatever their accents and number', async () => {
    const word = rare()
    const { id } = await review({
      en: `Refugees of ${word}`, fr: `Les réfugiés de ${word}`, ar: `تسجيل اللاجئين في ${word}`,
    })
    await found(word)
    for (const words of [`refugee ${word}`, `${word} REFUGIES`, `refugie ${word}`, `لاجئين ${word}`, `${word} تسجيل`]) {
      const { items } = await search(words)
      expect(items.map((hit) => [hit.kind, hit.id]), words).toEqual([['reviews', id]])
    }
    expect((await search(`${word} absent`)).items).toEqual([])
  })

  it('gives what was found as a file', async () => {
    const word = rare()
    const { id } = await review({ en: `Refugees of ${word}` })
    await found(word)
    const asked = `/api/search?q=${word}&lang=fr&format=`
    const csv = await clients.coordinator.get(`${asked}csv`)
    expect(csv.status, csv.text).toBe(200)
    expect(csv.headers.get('content-disposition')).toContain('search.csv')
    const [header, row, ...others] = csv.text.replace(/^\uFEFF/, '').trim().split(/\r?\n/)
    expect(header).toBe('kind,title,excerpt,updated_at,id')
    expect(row).toMatch(new RegExp(`^Évaluation,.*Refugees of ${word}.*,${id}$`))
    expect(others).toEqual([])
    const workbook = await clients.coordinator.get(`${asked}xlsx`)
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
    expect((await clients.coordinator.get(`${asked}pdf`)).status).toBe(406)
  })

  it('finds a partner by the name of one that was merged into it', async () => {
    const word = rare()
    const [old, kept] = [await made('partners', { name: `Old ${word}`, kind: 'ngo' }), await made('partners', { name: `Kept ${rare()}`, kind: 'ngo' })]
    expect((await clients.coordinator.post(`/api/partners/${old.id}/merge`, { into: kept.id })).status).toBe(200)
    for (let tries = 0; tries < 100; ++tries) {
      const [hit] = await found(word)
      if (hit?.id === kept.id) break
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect((await search(word)).items.map(({ id }) => id)).toEqual([kept.id])
  })

  it('shows an excerpt with the words marked, and the title in the language of the reader', async () => {
    const word = rare()
    await made('documents', { title: { en: `Paper on ${word}s`, fr: `Étude des ${word}s` }, type: 'study' })
    const [hit] = await found(word)
    expect(plain(hit.excerpt)).toBe(`Paper on [${word}s] Étude des [${word}s]`)
    expect(hit.title).toBe(`Paper on ${word}s`)
    const french = await clients.coordinator.get(`/api/search?q=${word}`, { 'Accept-Language': 'fr' })
    expect(french.json.items[0].title).toBe(`Étude des ${word}s`)
  })

  it('never finds what may not be read, and goes on from page to page without a trace of it', async () => {
    const word = rare()
    for (let i = 0; i < 3; ++i) await review({ en: `${word} shown ${i}` })
    for (let i = 0; i < 3; ++i) await review({ en: `${word} kept ${i}` }, { visibility: 'confidential' })
    await found(word, 6, clients.contributor)
    expect((await found(word, 3, clients.other_officer)).length).toBe(3)
    const first = await search(word, clients.other_officer, '&limit=2')
    expect([first.items.length, first.next]).toEqual([2, 2])
    const last = await search(word, clients.other_officer, '&limit=2&after=2')
    expect([last.items.length, last.next]).toEqual([1, null])
    const all = await search(word, clients.other_officer, '&limit=3')
    expect(all.next).toBeNull()
    expect((await search(`${word} kept`, clients.reader)).items).toEqual([])
  })

  it('finds a record no more once it was changed, withdrawn from the reader, or removed', async () => {
    const word = rare()
    const { id } = await review({ en: word })
    await found(word)
    const contributor = clients.contributor
    const kept = await contributor.patch(`/api/reviews/${id}`, 1, { visibility: 'confidential' })
    expect(kept.status).toBe(200)
    expect((await search(word, clients.other_officer)).items).toEqual([])
    await contributor.patch(`/api/reviews/${id}`, 2, { text: { en: 'other words' } })
    expect(await found(word, 0, contributor)).toEqual([])
  })

  it('finds nothing personal', async () => {
    const word = rare()
    const session = (await clients.contributor.get('/api/session')).json
    const contact = { partner: session.partner.id, name: `${word}person`, position: word, level: 'working' }
    await made('contacts', contact, clients.contributor)
    expect((await found(word, 1, clients.contributor))[0].kind).toBe('contacts')
    expect((await search(`${word}person`, clients.contributor)).items).toEqual([])
  })

  it('narrows down to a kind, and refuses one that there is not', async () => {
    const word = rare()
    await review({ en: word })
    await made('documents', { title: { en: word }, type: 'report' })
    await found(word, 2)
    const { items } = await search(word, clients.coordinator, '&kind=documents')
    expect(items.map(({ kind }) => kind)).toEqual(['documents'])
    for (const query of ['q=a&kind=users', 'q=a&kind=nothing', 'q=', 'q=a&limit=1000', 'q=a&after=x'])
      expect((await clients.coordinator.get(`/api/search?${query}`)).json.code, query).toBe('invalid_query')
    expect((await clients.anonymous.get('/api/search?q=a')).status).toBe(401)
  })
})

describe('A document', () => {
  const attach = (id, name, bytes, client = clients.contributor, headers = {}) =>
    client.send('POST', `/api/documents/${id}/file?name=${encodeURIComponent(name)}`, {
      body: bytes, headers: { 'Content-Type': 'application/octet-stream', ...headers },
    })
  const document = (client = clients.contributor, more = {}) =>
    made('documents', { title: { en: 'A paper' }, type: 'report', ...more }, client)
  const file = (id, client = clients.contributor) => client.get(`/api/documents/${id}/file`)
  const docx = (text) =>
    zip({ 'word/document.xml': `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>` })
  const odt = (text) =>
    zip({ 'content.xml': `<o xmlns:t="t"><t:body><t:p>${text}</t:p></t:body></o>` })

  it('gets a file, gives it back byte for byte, and loses it', async () => {
    const { id, version } = await document()
    expect((await file(id)).status).toBe(404)
    const bytes = Buffer.from([0, 0, 1, 2, 255, 254, 0, 0, 10, 13])
    const attached = await attach(id, 'Fiche d’été.bin', bytes, clients.contributor, { 'If-Match': `"${version}"` })
    expect([attached.status, attached.json.file_name, attached.json.file_bytes]).toEqual([200, 'Fiche d’été.bin', 10])
    expect(attached.json.text).toBeNull()
    const got = await file(id, clients.reader)
    expect(got.bytes).toEqual(bytes)
    expect(got.headers.get('content-disposition')).toContain("filename*=UTF-8''Fiche%20d%E2%80%99%C3%A9t%C3%A9.bin")
    expect((await attach(id, 'late.txt', 'late', clients.contributor, { 'If-Match': '"1"' })).status).toBe(412)
    const detached = await clients.contributor.remove(`/api/documents/${id}/file`, 2)
    expect([detached.status, detached.json.file]).toEqual([200, null])
    expect((await file(id)).status).toBe(404)
    const { items } = (await clients.contributor.get(`/api/documents/${id}/history`)).json
    expect(items.map(({ verb }) => verb)).toEqual(['create', 'attach', 'detach'])
  })

  it.each([
    ['plain text', 'paper.txt', (word) => `The ${word} at the border`],
    ['text in another encoding', 'paper.txt', (word) => Buffer.from(`L’été de ${word} à la frontière`, 'utf16le')],
    ['a page', 'paper.html', (word) => `<!doctype html><html><script>var hidden${word}</script><p>The&#32;${word}<br>there</html>`],
    ['Word', 'paper.docx', (word) => docx(`The ${word} at the border`)],
    ['OpenDocument', 'paper.odt', (word) => odt(`The ${word} at the border`)],
    ['PDF', 'paper.pdf', (word) => pdf(`The ${word} at the border`)],
  ])('is found by what its file says: %s', async (_, name, bytesOf) => {
    const word = rare()
    const { id } = await document()
    expect((await attach(id, name, bytesOf(word))).status).toBe(200)
    expect((await found(word)).map((hit) => hit.id)).toEqual([id])
    await clients.contributor.remove(`/api/documents/${id}/file`)
    expect(await found(word, 0)).toEqual([])
  })

  it.each([
    ['a damaged PDF', '%PDF-1.7\n1 0 obj << /Length 99999999 >> stream'],
    ['an archive that is none', 'PK\x03\x04 and nothing'],
    ['half a page', '<html><script>'],
    ['nothing to read', Buffer.alloc(1000)],
  ])('takes a file of which nothing can be read: %s', async (_, bytes) => {
    const { id } = await document()
    const attached = await attach(id, 'paper', bytes)
    expect([attached.status, attached.json.text], attached.text).toEqual([200, null])
  })

  it('has a file that is its owner’s to give, and every reader’s to read', async () => {
    const { id } = await document(clients.contributor, { visibility: 'restricted' })
    expect((await attach(id, 'paper.txt', 'words', clients.reader)).json.code).toBe('forbidden')
    expect((await attach(id, 'paper.txt', 'words', clients.other_officer)).status).toBe(404)
    expect((await attach(id, 'paper.txt', 'words')).status).toBe(200)
    expect((await file(id, clients.other_officer)).status).toBe(404)
    expect((await file(id, clients.reader)).text).toBe('words')
    expect((await clients.other_officer.remove(`/api/documents/${id}/file`)).status).toBe(404)
  })

  it('that few may know of is found by its title alone', async () => {
    const [title, inside] = [rare(), rare()]
    const { id } = await document(clients.contributor, { title: { en: title }, visibility: 'confidential' })
    await attach(id, 'paper.txt', inside)
    await found(title, 1, clients.contributor)
    expect((await search(inside, clients.contributor)).items).toEqual([])
  })
})

// The smallest page with one line of text on it.
function pdf(text) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${text.length + 30} >> stream\nBT /F 12 Tf 20 200 Td (${text}) Tj ET\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let out = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = out.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${out}xref\n0 6\n0000000000 65535 f \n${entries}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
}
