// SPDX-License-Identifier: Apache-2.0
import { FilterSelect } from '@/kit/filters'
import { usePartnerNames, usePartners } from '@/state/partner_names'

interface PartnerFilterProps {
  label: string
  value: string // an id
  onChange: (value: string | null) => void
}

export function PartnerFilter(props: PartnerFilterProps) {
  const partners = usePartners()
  const name = usePartnerNames()
  const choices = [...partners.keys()]
    .map((value) => ({ value, label: name(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return <FilterSelect {...props} choices={choices} />
}
