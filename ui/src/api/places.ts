// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { get, post, type Query, upload } from './client'
import type { Answer, Body } from './types'

export type PlaceTree = Answer<'get_place_tree'>
export type PlaceBranch = PlaceTree['items'][number]
export type PlaceComparison = Answer<'compare_place_list'>

const atOnce = 50

// What lies in a place, page by page; without one, what lies in nothing.
export function usePlaceTree(within?: string, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['places', 'tree', within ?? ''],
    queryFn: ({ pageParam, signal }) =>
      get<PlaceTree>('/api/place_tree', { within, after: pageParam, limit: atOnce }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled,
  })
}

export const sendPlaceList = (file: File, onProgress: (part: number) => void) =>
  upload<Answer<'keep_place_list'>>('/api/place_lists', file, onProgress)

// What adding a list would do; after it was added, what it did.
export function usePlaceComparison(query: Query, enabled: boolean) {
  return useQuery({
    queryKey: ['places', 'comparison', query],
    queryFn: ({ signal }) => get<PlaceComparison>('/api/place_lists', query, signal),
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  })
}

export const addPlaceList = (order: Body<'add_place_list'>) =>
  post<Answer<'add_place_list'>>('/api/place_lists/add', order)
