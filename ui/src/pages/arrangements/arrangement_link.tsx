// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core'
import { Link } from 'react-router-dom'
import type { Arrangement } from '@/api/arrangements'
import { useNames } from '@/state/names'

interface ArrangementLinkProps {
  to: Pick<Arrangement, 'id' | 'title' | 'short_title'>
  strong?: boolean
}

export function ArrangementLink({ to, strong }: ArrangementLinkProps) {
  const names = useNames()
  return (
    <Anchor component={Link} to={`/arrangements/${to.id}`} fw={strong ? 600 : undefined}>
      {names.text(to.title)}
    </Anchor>
  )
}
