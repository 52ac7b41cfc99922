// SPDX-License-Identifier: Apache-2.0

import type { components } from './openapi'

type Described = components['schemas']['problem']
type Code = Described['code']

// What the server says when it refuses (RFC 9457); its texts are in the reader's language. What
// stands between may refuse in words of its own.
export type Problem = Omit<Described, 'type' | 'code'> & { code: Code | 'unknown' }

export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
    this.name = 'Refusal'
  }
}

// The server could not be reached at all; the reader is told in the interface's own words.
export class Unreachable extends Error {
  constructor() {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

export function hasCode(error: unknown, code: Code): boolean {
  return error instanceof Refusal && error.problem.code === code
}

export async function toRefusal(response: Response): Promise<Refusal> {
  const fallback: Problem = { title: response.statusText, status: response.status, code: 'unknown' }
  const body: Partial<Problem> = await response.json().catch(() => ({}))
  return new Refusal({ ...fallback, ...body })
}
