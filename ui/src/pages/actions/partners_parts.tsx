// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import type { Action } from '@/api/arrangements'
import { PartnerLink } from '@/kit/partner_link'

// Partners of an action, each on a line with its part in it, where that was said.
export function PartnersParts({ ids, parts }: { ids: string[]; parts: Action['parts'] }) {
  return ids.map((id) => (
    <div key={id}>
      <PartnerLink id={id} />
      {parts[id] && (
        <Text span size="sm" c="dimmed">
          {' '}
          · <bdi>{parts[id]}</bdi>
        </Text>
      )}
    </div>
  ))
}
