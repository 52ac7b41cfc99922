// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core'

// To a page elsewhere, by its address without what every address has.
export function WebLink({ address }: { address: string }) {
  return (
    <Anchor href={address} rel="noreferrer noopener" target="_blank" dir="ltr">
      {address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </Anchor>
  )
}
