// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { address, get, post, type Query, upload } from './client'
import type { Effect, FindingPage, Job, Mapping, ReceivedFile, Recognition } from './import_types'
import { useVerb } from './records'
import type { Batch } from './types'

export const sendFile = (file: File, onProgress: (part: number) => void) =>
  upload<ReceivedFile>('/api/files', file, onProgress)

export const recogniseAgain = (file: string, query: Query) =>
  get<{ recognition: Recognition; mapping: Mapping }>(`/api/files/${file}/recognition`, query)

export interface ImportOrder {
  file: string
  source: string
  mapping: Mapping
  sheet?: string
}

export const orderImport = (order: ImportOrder) => post<{ job: string }>('/api/batches', order)

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
    initialPageParam: null as string | number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export function useOverlaps(batch: string, enabled: boolean) {
  return useQuery({
    queryKey: ['overlaps', batch],
    queryFn: ({ signal }) => get<{ items: Batch[] }>(`/api/batches/${batch}/overlaps`, {}, signal),
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
  useVerb((batch: string) => post<Batch>(`/api/batches/${batch}/withdraw`))

export const fileAddress = (batch: string) => address(`/api/batches/${batch}/file`)
