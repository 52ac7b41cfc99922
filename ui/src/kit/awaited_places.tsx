// SPDX-License-Identifier: Apache-2.0
import { useAwaitedPlaces } from '@/state/known_places'
import { Answer } from './answer'

// Stands for what places decide that are not known yet: they are being fetched, or why they could
// not be.
export function AwaitedPlaces() {
  const query = useAwaitedPlaces()
  return query ? <Answer query={query}>{() => null}</Answer> : null
}
