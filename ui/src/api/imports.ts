// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { address, get, post, type Query, send, upload } from './client'
import type {
  Effect,
  FindingPage,
  Job,
  Mapping,
  Preview,
  ReceivedFile,
  Sharing,
} from './import_types'
import { useList, useVerb } from './records'
import type { Answer, Batch, Body } from './types'

export const sendFile = (file: File, onProgress: (part: number) => void) =>
  upload<ReceivedFile>('/api/files', file, onProgress)

export const recogniseAgain = (file: string, query: Query) =>
  get<Answer<'recognise_file'>>(`/api/files/${file}/recognition`, query)

// The first rows as a mapping reads them; what is not complete is not asked for.
export function usePreview(file: string, mapping: Mapping, sheet: string | null, enabled: boolean) {
  return useQuery({
    queryKey: ['preview', file, sheet, mapping],
    queryFn: ({ signal }) =>
      post<Preview>(`/api/files/${file}/preview`, { mapping, sheet: sheet ?? undefined }, signal),
    placeholderData: keepPreviousData,
    retry: false,
    enabled,
  })
}

// The different texts of a column, looked for in the whole file unless that is very long.
export function useColumnTexts(file: string, query: Query) {
  return useQuery({
    queryKey: ['texts', file, query],
    queryFn: ({ signal }) =>
      get<Answer<'list_column_texts'>>(`/api/files/${file}/texts`, query, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export const orderImport = (order: Body<'make_batch'>) =>
  post<Answer<'make_batch'>>('/api/batches', order)

// The last file that the partner read from the source; null where there is none, undefined until
// that is known.
export function useLastFile(source: string, partner: string | undefined) {
  const last = useList<Batch>(
    'batches',
    { source, owner: partner, sort: '-created_at', limit: 1 },
    !!source && !!partner,
  )
  if (!last.data || last.isPlaceholderData || last.isFetching) return undefined
  return last.data.items[0] ?? null
}

// A file that is again released for joint figures only is seen by the partners that the last one
// names.
export const named = (sharing: Sharing, last: Batch | null | undefined) =>
  sharing === 'restricted' && last?.visibility === 'restricted'
    ? { shared_with: last.shared_with }
    : {}

// Asks every half second until the job is done. It runs on in the server whoever looks.
export function useJob(id: string | undefined) {
  return useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => get<Job>(`/api/jobs/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 500 : false),
    staleTime: 0,
    enabled: !!id,
  })
}

export function useFindings(batch: string, query: Query) {
  return useInfiniteQuery({
    queryKey: ['findings', batch, query],
    queryFn: ({ pageParam, signal }) =>
      get<FindingPage>(
        `/api/batches/${batch}/findings`,
        { limit: 100, ...query, after: pageParam },
        signal,
      ),
    initialPageParam: null as FindingPage['next'],
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export function useOverlaps(batch: string, enabled: boolean) {
  return useQuery({
    queryKey: ['overlaps', batch],
    queryFn: ({ signal }) =>
      get<Answer<'list_overlaps'>>(`/api/batches/${batch}/overlaps`, {}, signal),
    enabled,
  })
}

export function useFigureEffect(batch: string, supersedes: string) {
  return useQuery({
    queryKey: ['effect', batch, supersedes],
    queryFn: ({ signal }) => get<Effect>(`/api/batches/${batch}/effect`, { supersedes }, signal),
    placeholderData: keepPreviousData,
  })
}

export const useAccept = () =>
  useVerb(({ batch, supersedes }: { batch: string; supersedes?: string }) =>
    post<Batch>(`/api/batches/${batch}/accept`, supersedes ? { supersedes } : {}),
  )

export const useWithdraw = () =>
  useVerb(({ batch, reason }: { batch: string; reason?: string }) =>
    post<Batch>(`/api/batches/${batch}/withdraw`, reason ? { reason } : {}),
  )

export const useEraseBatch = () =>
  useVerb(async ({ id, version }: Pick<Batch, 'id' | 'version'>) => {
    const response = await send(`/api/batches/${id}/erase`, { method: 'POST', version })
    return (await response.json()) as Batch
  })

export const useShare = () =>
  useVerb(async ({ batch, visibility }: { batch: Batch; visibility: Sharing }) => {
    const path = `/api/batches/${batch.id}/share`
    const response = await send(path, {
      method: 'POST',
      json: { visibility },
      version: batch.version,
    })
    return (await response.json()) as Batch
  })

export const fileAddress = (batch: string) => address(`/api/batches/${batch}/file`)
export const correctionsAddress = (batch: string, lang: string) =>
  address(`/api/batches/${batch}/corrections.xlsx`, { lang })
export const findingsAddress = (batch: string, query: Query) =>
  address(`/api/batches/${batch}/findings`, { ...query, format: 'csv' })
