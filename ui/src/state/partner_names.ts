// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Doer } from '@/api/coverage'
import type { Partner } from '@/api/directory'
import { useAll } from '@/api/records'
import type { LocalText } from '@/api/types'

type Named = Pick<Partner, 'name'> & Partial<Pick<Partner, 'names'>>

// What a partner is called in the reader's language; what it is known by here where nobody has
// said.
export const partnerName = ({ name, names }: Named, language: string): string =>
  names?.[language as keyof LocalText] || name

export const partnerShortName = (partner: Partner, language: string): string =>
  partner.short_names?.[language as keyof Partner['names']] ||
  partner.short_name ||
  partnerName(partner, language)

// All partners by their id: the list is short enough to hold.
export function usePartners(): Map<string, Partner> {
  const { data } = useAll<Partner>('partners')
  return useMemo(() => new Map(data?.map((partner) => [partner.id, partner])), [data])
}

// The same of whoever does something, in the directory or not.
export function useDoerNames(): (doer: Doer) => string {
  const partnerName = usePartnerNames()
  return useCallback(
    ({ partner, organisation }) => organisation ?? partnerName(partner ?? ''),
    [partnerName],
  )
}

export function usePartnerNames(): (id: string) => string {
  const { i18n } = useTranslation()
  const partners = usePartners()
  return useCallback(
    (id) => {
      const partner = partners.get(id)
      return partner ? partnerName(partner, i18n.language) : ''
    },
    [partners, i18n.language],
  )
}
