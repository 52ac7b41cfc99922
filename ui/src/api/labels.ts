// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from './client'
import type { Labels } from './types'

const none: Labels = { codes: {}, kinds: {}, countries: {} }

// The words of all code lists, kinds and countries in the present language.
export function useLabels(): Labels {
  const { i18n } = useTranslation()
  const { data } = useQuery({
    queryKey: ['labels', i18n.language],
    queryFn: ({ signal }) => get<Labels>('/api/labels', { lang: i18n.language }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? none
}
