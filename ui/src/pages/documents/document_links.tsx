// SPDX-License-Identifier: Apache-2.0
import { Anchor, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentEntry } from '@/api/arrangements'
import { documentFileAddress } from '@/api/documents'
import { useNames } from '@/state/names'

// Documents by their titles alone, beside what they belong to: each opens its address, or its file.
export function DocumentLinks({ documents }: { documents: DocumentEntry[] }) {
  const { t } = useTranslation()
  const names = useNames()
  if (documents.length === 0) return null
  return (
    <List size="sm" aria-label={t('arrangements.tabs.documents')}>
      {documents.map((entry) => (
        <List.Item key={entry.id} style={{ overflowWrap: 'anywhere' }}>
          <DocumentLink entry={entry} title={names.text(entry.title)} />
          {entry.reference && (
            <>
              {' · '}
              <bdi>{entry.reference}</bdi>
            </>
          )}
        </List.Item>
      ))}
    </List>
  )
}

function DocumentLink({ entry, title }: { entry: DocumentEntry; title: string }) {
  if (entry.address)
    return (
      <Anchor href={entry.address} rel="noreferrer noopener" target="_blank">
        <bdi>{title}</bdi>
      </Anchor>
    )
  if (entry.file)
    return (
      <Anchor href={documentFileAddress(entry.id)} download>
        <bdi>{title}</bdi>
      </Anchor>
    )
  return <bdi>{title}</bdi>
}
