// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get, post, type Query } from './client'
import type { components } from './openapi'
import { useVerb } from './records'
import type { Answer } from './types'

export const concernSorts = [
  'need_without_action',
  'action_without_capacity',
  'mandate_without_presence',
  'overlap',
] as const

export type Concerns = Answer<'list_concerns'>
export type Concern = Concerns['items'][number]
export type ConcernMonth = Concerns['months'][number]
export type Dismissal = components['schemas']['dismissal']

export type Doing = Answer<'list_doings'>['items'][number]
// Who does something: a partner, or an organisation that the directory does not know.
export type Doer = Pick<Doing, 'partner' | 'organisation'>
export type Matrix = Answer<'get_matrix'>
export type MatrixCell = Matrix['rows'][number]['cells'][number]

export type Reach = Answer<'get_reach'>
export type Estimate = Reach['all']['sum']

const most = 1000 // the server's own limit; a page says of how many these are the first

function useAnswer<T>(path: string, query: Query) {
  return useQuery({
    queryKey: ['coverage', path, query],
    queryFn: ({ signal }) => get<T>(path, query, signal),
    placeholderData: keepPreviousData,
  })
}

export const useConcerns = (query: Query) =>
  useAnswer<Concerns>('/api/concerns', { ...query, limit: most })

export const useDoings = (query: Query) =>
  useAnswer<Answer<'list_doings'>>('/api/who_does_what', { ...query, limit: most })

export const useMatrix = (query: Query) => useAnswer<Matrix>('/api/who_does_what/matrix', query)

// Puts organisations into the directory as partners of which no more is known. One that cannot be
// added keeps none of the others out.
export const useAddOrganisations = () =>
  useVerb(async (names: string[]) => {
    const failures: unknown[] = []
    for (const name of names)
      await post('/api/partners', { name, kind: 'other' }).catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  })

export const useReach = (query: Query) => useAnswer<Reach>('/api/reach', query)
