// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from '@tanstack/react-query'
import { get, post } from './client'
import type { Answer, Body } from './types'

// Null: the node has no provider through which one could sign in.
export function useProviderName() {
  return useQuery({
    queryKey: ['openid'],
    queryFn: () => get<Answer<'get_openid'>>('/api/session/openid'),
    select: ({ name }) => name,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

// Leaves for the provider, which sends the browser back to us.
export function useBeginOpenid() {
  return useMutation({
    mutationFn: (wanted: Body<'begin_openid'>) =>
      post<Answer<'begin_openid'>>('/api/session/openid', wanted),
    onSuccess: ({ address }) => window.location.assign(address),
  })
}

// The page that was asked for opens anew, with the session that has begun.
const open = ({ return_to }: { return_to: string }) => window.location.replace(return_to)

export function useFinishOpenid() {
  return useMutation({
    mutationFn: (returned: Body<'finish_openid'>) =>
      post<Answer<'finish_openid'>>('/api/session/openid/finish', returned),
    onSuccess: open,
  })
}

export function useConfirmOpenid() {
  return useMutation({
    mutationFn: (code: string) =>
      post<Answer<'confirm_openid'>>('/api/session/openid/confirm', { code }),
    onSuccess: open,
  })
}
