// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { post, send } from './client'
import type { Contact } from './directory'
import type { components } from './openapi'
import { useVerbOn } from './records'
import { useMay, useSession } from './session'
import type { Answer, Body, Language } from './types'

export type OwnEntry = Answer<'open_own_entry'>
export type EntryLink = Answer<'make_contact_link'>
export type GivenEntry = Omit<Body<'confirm_own_entry'>, 'token'>
export type Theme = components['schemas']['contact']['themes'][number]
export type SpokenLanguage = components['schemas']['contact']['languages'][number]

// Asked by whoever holds the link, who is not signed in. The server counts how often.
export const useOwnEntry = (token: string, language: Language | null) =>
  useQuery({
    queryKey: ['own_entry', token, language],
    queryFn: ({ signal }) => post<OwnEntry>('/api/own_entry', { token }, signal),
    enabled: token !== '' && language !== null,
    placeholderData: keepPreviousData, // what was typed stays where the language is changed
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

// Of the version that the contact looked at.
export const useConfirmOwnEntry = (token: string, version: number) =>
  useMutation({
    mutationFn: (entry: GivenEntry) =>
      send('/api/own_entry/confirm', { method: 'POST', json: { ...entry, token }, version }),
  })

// For whom the reader sees, and not for whoever the entry is of since.
export const useMakeLink = ({ id, version }: Contact) =>
  useVerbOn(version, async (json: Body<'make_contact_link'>, version): Promise<EntryLink> => {
    const response = await send(`/api/contacts/${id}/link`, { method: 'POST', json, version })
    return response.json()
  })

// The server makes links for those alone who may change the contact.
export function useMayAsk({ owner }: Contact): boolean {
  const { data: session } = useSession()
  const contributes = useMay('contributor')
  const coordinates = useMay('coordinator')
  return coordinates || (contributes && owner === session?.partner.id)
}

// Which contacts are the reader's to see to: a coordinator's all, else those of the own partner.
export function useDueFilter(): { due: true; owner?: string } {
  const { data: session } = useSession()
  const sees = useMay('coordinator')
  return sees ? { due: true } : { due: true, owner: session?.partner.id }
}
