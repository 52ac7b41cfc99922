// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get, type Query } from './client'
import type { Answer } from './types'

export type Alerts = Answer<'list_alerts'>
export type Alert = Alerts['items'][number]

export function useAlerts(query: Query) {
  return useQuery({
    queryKey: ['alerts', query],
    queryFn: ({ signal }) => get<Alerts>('/api/alerts', query, signal),
    placeholderData: keepPreviousData,
  })
}
