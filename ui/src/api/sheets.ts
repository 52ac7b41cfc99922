// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query'
import { address, post, type Query, send } from './client'
import { useVerb } from './records'
import type { Body, Edition } from './types'

export type SheetSubject = Body<'print_sheet'>

export const documentAddress = (edition: string, format: string, lang: string) =>
  address(`/api/sheets/${edition}/document`, { format, lang })

export const previewAddress = (subject: SheetSubject, lang: string) =>
  address('/api/sheets/preview', { ...subject, lang } as Query)

// Whether the preview can be made. The frame that shows it fetches it under its own, stricter
// policy, and could not say why it failed.
export function usePreviewCheck(subject: SheetSubject, lang: string, enabled: boolean) {
  return useQuery({
    queryKey: ['preview', subject, lang],
    queryFn: async ({ signal }) => {
      const response = await send(previewAddress(subject, lang), { signal })
      return (await response.text()).length
    },
    enabled,
  })
}

export const usePrint = () =>
  useVerb((subject: SheetSubject) => post<Edition>('/api/sheets', subject))
