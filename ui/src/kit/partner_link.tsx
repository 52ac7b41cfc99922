// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core'
import { Fragment } from 'react'
import { Link } from 'react-router-dom'
import { usePartnerNames } from '@/state/partner_names'

export function PartnerLink({ id }: { id: string }) {
  const name = usePartnerNames()
  return (
    <Anchor component={Link} to={`/directory/${id}`}>
      {name(id) || '…'}
    </Anchor>
  )
}

export function PartnerLinks({ ids }: { ids: readonly string[] }) {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && ' · '}
      <PartnerLink id={id} />
    </Fragment>
  ))
}
