// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { AnyRecord } from '@/api/records'
import { IconArrowRight } from '@/kit/icons'
import type { KeptPlural } from './kinds'

// The page on which a record is met by its readers, where there is one: its own, or that of what
// it belongs to.
function addressOf(plural: KeptPlural, record: AnyRecord): string | undefined {
  if (plural === 'arrangements') return `/arrangements/${record.id}`
  if (plural === 'actions') return `/actions/${record.id}`
  if (plural === 'places') return `/places/${record.id}`
  if (plural === 'partners') return `/directory/${record.id}`
  if (typeof record.arrangement === 'string') return `/arrangements/${record.arrangement}`
  if (plural === 'presences' || plural === 'contacts') return `/directory/${record.partner}`
  if (plural === 'documents' && record.partner) return `/directory/${record.partner}`
  if (plural === 'documents' && record.place) return `/places/${record.place}`
  return undefined
}

function labelOf(address: string) {
  if (address.startsWith('/places')) return 'records.to_place'
  if (address.startsWith('/actions')) return 'records.to_action'
  return address.startsWith('/directory') ? 'records.to_partner' : 'records.to_arrangement'
}

export function OwnPage({ plural, record }: { plural: KeptPlural; record: AnyRecord }) {
  const { t } = useTranslation()
  const address = addressOf(plural, record)
  if (!address) return null
  return (
    <Button
      component={Link}
      to={address}
      variant="default"
      rightSection={<IconArrowRight size={16} className="mirrored" aria-hidden />}
    >
      {t(labelOf(address))}
    </Button>
  )
}
