// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from './client'
import type { Answer } from './types'

type Found = Answer<'search'>
export type Hit = Found['items'][number]

// What is found comes page by page, the best first; titles are in the present language.
export function useSearch(text: string, kind: string) {
  const { i18n } = useTranslation()
  return useInfiniteQuery({
    queryKey: ['search', text, kind, i18n.language],
    queryFn: ({ pageParam, signal }) =>
      get<Found>('/api/search', { q: text, kind, after: pageParam }, signal),
    initialPageParam: null as Found['next'],
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: text !== '',
  })
}
