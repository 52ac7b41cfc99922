// SPDX-License-Identifier: Apache-2.0
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post, rememberCsrf, send } from './client'
import { hasCode } from './problem'
import type { Body, Role, Session } from './types'

const key = ['session']

// Nobody signed in is an answer here, not a failure.
export async function readSession(): Promise<Session | null> {
  try {
    const session = await get<Session>('/api/session')
    rememberCsrf(session.csrf)
    return session
  } catch (error) {
    if (hasCode(error, 'unauthorized')) return null
    throw error
  }
}

export function useSession() {
  return useQuery({ queryKey: key, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY })
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: Body<'sign_in'>) => post<Session>('/api/session', credentials),
    onSuccess: (session) => {
      rememberCsrf(session.csrf)
      client.setQueryData(key, session)
    },
  })
}

// Shows the sign-in page, and forgets what the session has read.
export function endSession(client: QueryClient) {
  client.setQueryData(key, null)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => send('/api/session', { method: 'DELETE' }),
    onSettled: () => endSession(client),
  })
}

const rank: Role[] = [
  'reader',
  'hotline_operator',
  'case_worker',
  'contributor',
  'information_officer',
  'coordinator',
  'administrator',
]

// Whether the reader's role reaches `role`. The server decides; this only spares dead ends.
export function useMay(role: Role): boolean {
  const { data } = useSession()
  return !!data && rank.indexOf(data.role) >= rank.indexOf(role)
}

// Whether the reader may change a partner's record: its own ones, unless it coordinates all.
export function useMayChange(): (owner: string | null | undefined) => boolean {
  const { data } = useSession()
  const mayEnter = useMay('contributor')
  const mayAll = useMay('coordinator')
  return (owner) => mayAll || (mayEnter && !!owner && owner === data?.partner?.id)
}
