// SPDX-License-Identifier: Apache-2.0
import { send } from './client'
import type { components } from './openapi'
import { useVerb } from './records'
import type { Body } from './types'

export type Partner = components['schemas']['partner']
export type Presence = components['schemas']['presence']
export type Contact = components['schemas']['contact']

// Of a partner that was entered twice; starts from the version that the reader has seen.
export const useMerge = ({ id, version }: Partner) =>
  useVerb(async (json: Body<'merge_partner'>): Promise<Partner> => {
    const response = await send(`/api/partners/${id}/merge`, { method: 'POST', json, version })
    return response.json()
  })
