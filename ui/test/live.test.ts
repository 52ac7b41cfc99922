// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followChanges, mayDiffer } from '@/api/live'

// The browser's EventSource, whose server the test plays.
class Source extends EventTarget {
  static readonly CLOSED = 2
  static opened: Source[] = []
  readyState = 1
  onopen = () => {}
  onerror = () => {}
  constructor(readonly address: string) {
    super()
    Source.opened.push(this)
  }
  close() {
    this.readyState = Source.CLOSED
  }
  tell(kind: string) {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify({ kind }) }))
  }
  breakOff() {
    this.readyState = 0
    this.onerror()
  }
  refuse() {
    this.readyState = Source.CLOSED
    this.onerror()
  }
}

let client: QueryClient
let end: () => void
const stale = () =>
  client
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.isInvalidated)
    .map(({ queryKey }) => queryKey[0])
const hide = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 503 }))
  Source.opened = []
  client = new QueryClient()
  for (const key of ['partners', 'places', 'figures', 'labels', 'session'])
    client.setQueryData([key], key)
  end = followChanges(client)
})
afterEach(() => {
  end()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const last = () => Source.opened.at(-1) as Source

it('What changed and what follows from it is asked for anew, several changes at once', () => {
  last().tell('partners')
  last().tell('partners')
  expect(stale()).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(stale()).toEqual(['partners', 'figures'])
})

it('Gaps and who does what are asked for anew after what they are made from, and not at once', () => {
  client.setQueryData(['coverage', '/api/concerns'], 'gaps')
  last().tell('corridors')
  vi.advanceTimersByTime(10_000)
  expect(stale()).toEqual(['figures'])
  last().tell('presences')
  vi.advanceTimersByTime(1000)
  expect(stale()).not.toContain('coverage')
  last().tell('activity_reports')
  vi.advanceTimersByTime(4000)
  expect(stale()).toContain('coverage')
})

it('A browser that comes again by itself and knows where it left off is left alone', () => {
  last().onopen()
  last().tell('partners')
  vi.advanceTimersByTime(1000)
  last().breakOff()
  vi.advanceTimersByTime(60_000)
  expect(Source.opened).toHaveLength(1)
  last().onopen()
  expect(stale()).toEqual(['partners', 'figures'])
})

it('A line that broke before the first change may have missed some', () => {
  last().onopen()
  last().breakOff()
  expect(stale()).toEqual([])
  last().onopen()
  expect(stale()).toEqual(['partners', 'places', 'figures'])
})

it('On a slow line what was asked for before the stream began is asked for again', () => {
  vi.advanceTimersByTime(5000)
  last().onopen()
  expect(stale()).toContain('places')
})

it('Where the server does not know any more what came since, all is asked for again', () => {
  last().dispatchEvent(new MessageEvent('anew', { data: '{}' }))
  expect(stale()).toEqual(['partners', 'places', 'figures'])
})

it('A refusal is tried again, later each time, and then all that was missed is asked for', () => {
  last().refuse()
  vi.advanceTimersByTime(5000)
  expect(Source.opened).toHaveLength(2)
  last().refuse()
  vi.advanceTimersByTime(5000)
  expect(Source.opened).toHaveLength(2)
  vi.advanceTimersByTime(5000)
  expect(Source.opened).toHaveLength(3)
  last().onopen()
  expect(stale()).toEqual(['partners', 'places', 'figures'])
})

it('A window that nobody sees follows nothing, and catches up when it is seen', () => {
  hide(true)
  expect(last().readyState).toBe(Source.CLOSED)
  vi.advanceTimersByTime(60_000)
  expect(Source.opened).toHaveLength(1)
  hide(false)
  expect(Source.opened).toHaveLength(2)
  last().onopen()
  expect(stale()).toContain('places')
})

it('Nothing is followed any more after the end', () => {
  last().refuse()
  end()
  vi.advanceTimersByTime(60_000)
  hide(false)
  expect(Source.opened).toHaveLength(1)
})

it('Texts and shapes do not change with records', () => {
  for (const key of ['session', 'labels', 'schema', 'map', 'api'])
    expect(mayDiffer(key), key).toBe(false)
})
