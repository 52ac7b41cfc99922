// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from 'react'
import type { Place } from '@/api/types'
import { useNames } from '@/state/names'
import { hasPoint } from '@/state/places_within'

const WorldMap = lazy(async () => ({ default: (await import('@/charts/world_map')).WorldMap }))

interface SiteMapProps {
  label: string
  places: Place[]
  near?: boolean // no more of the world than the places need
}

// Places with coordinates as points.
export function SiteMap({ label, places, near }: SiteMapProps) {
  const names = useNames()
  return (
    <Suspense fallback={null}>
      <WorldMap
        label={label}
        near={near}
        countries={[]}
        points={places.filter(hasPoint).map((place) => ({
          key: place.id,
          label: names.text(place.name) || place.code,
          latitude: Number(place.latitude),
          longitude: Number(place.longitude),
          value: 0, // of one size
        }))}
      />
    </Suspense>
  )
}
