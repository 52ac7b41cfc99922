// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from '@mantine/core'
import { Link } from 'react-router-dom'
import type { Place } from '@/api/types'
import { Tag } from '@/kit/tag'
import { useNames } from '@/state/names'

type Named = Pick<Place, 'id' | 'name' | 'code'>

export function PlaceLink({ place, strong }: { place: Named; strong?: boolean }) {
  const names = useNames()
  return (
    <Anchor component={Link} to={`/places/${place.id}`} fw={strong ? 600 : undefined}>
      {names.text(place.name) || place.code}
    </Anchor>
  )
}

// What sort of place it is, and the code that figures know it by.
export function PlaceSort({ place }: { place: Place }) {
  const names = useNames()
  return (
    <Group gap="xs">
      <Tag tone="accent">
        {place.site ? names.code('site_sort', place.site) : names.code('place_kind', place.kind)}
      </Tag>
      <Text size="sm" c="dimmed" dir="ltr">
        {place.code}
      </Text>
    </Group>
  )
}
