// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get, type Query } from './client'
import type { components } from './openapi'
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

export const useReach = (query: Query) => useAnswer<Reach>('/api/reach', query)
