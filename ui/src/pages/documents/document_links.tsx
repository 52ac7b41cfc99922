// SPDX-License-Identifier: Apache-2.0
import { Anchor, List } from '@mantine/core'
import type { DocumentEntry } from '@/api/arrangements'
import { documentFileAddress } from '@/api/documents'
import { useNames } from '@/state/names'

// Documents by their titles alone, beside what they belong to: each opens its address, or its file.
export function DocumentLinks({ documents }: { documents: DocumentEntry[] }) {
  const names = useNames()
  if (documents.length === 0) return null
  return (
    <List size="sm">
      {documents.map((entry) => (
        <List.Item key={entry.id} style={{ overflowWrap: 'anywhere' }}>
          <DocumentLink entry={entry} title={names.text(entry.title)} />
        </List.Item>
      ))}
    </List>
  )
}

function DocumentLink({ entry, title }: { entry: DocumentEntry; title: string }) {
  if (entry.address)
    return (
      <Anchor href={entry.address} rel="noreferrer noopener" target="_blank">
        {title}
      </Anchor>
    )
  if (entry.file)
    return (
      <Anchor href={documentFileAddress(entry.id)} download>
        {title}
      </Anchor>
    )
  return <bdi>{title}</bdi>
}
