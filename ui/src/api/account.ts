// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post, send } from './client'
import { endSession } from './session'
import type { Answer, Body } from './types'

export type Account = Answer<'get_account'>
export type OpenSession = Account['sessions'][number]
export type ApiToken = Account['tokens'][number]
export type TokenScope = ApiToken['scope']
export const tokenScopes: TokenScope[] = ['read', 'import', 'write']

const key = ['account']

export function useAccount() {
  return useQuery({ queryKey: key, queryFn: () => get<Account>('/api/account') })
}

function useAct<Argument, Answer>(
  act: (argument: Argument) => Promise<Answer>,
  changed: readonly string[] = key,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: changed }),
  })
}

export const useChangePassword = () =>
  useAct((given: Body<'change_password'>) => post('/api/account/password', given))

export const useMakeToken = () =>
  useAct((wanted: Body<'make_token'>) => post<Answer<'make_token'>>('/api/account/tokens', wanted))

export const useDropToken = () =>
  useAct((id: string) => send(`/api/account/tokens/${id}`, { method: 'DELETE' }))

export const useBeginSecondFactor = () =>
  useAct((password: string) =>
    post<Answer<'begin_second_factor'>>('/api/account/second_factor', { password }),
  )

export const useConfirmSecondFactor = () =>
  useAct((code: string) =>
    post<Answer<'confirm_second_factor'>>('/api/account/second_factor/confirm', { code }),
  )

export const useRemoveSecondFactor = () =>
  useAct((password: string) => post('/api/account/second_factor/remove', { password }))

// Nobody is signed in afterwards, here neither.
export function useSignOutEverywhere() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => post('/api/account/sign_out'),
    onSuccess: () => endSession(client),
  })
}

// What an administrator does to somebody else's account; it stands in the account's history.
export const useSignOutUser = () =>
  useAct((id: string) => post(`/api/users/${id}/sign_out`), ['users'])
export const useRemoveSecondFactorOf = () =>
  useAct((id: string) => post(`/api/users/${id}/remove_second_factor`), ['users'])
