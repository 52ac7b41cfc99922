// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentEntry } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { useMay } from '@/api/session'
import { DataTable } from '@/kit/data_table'
import { EditLink } from '@/kit/edit_link'
import { VisibilityTag } from '@/kit/visibility_tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { DocumentFile } from './document_file'

// Documents of whatever they belong to, with their files.
export function DocumentTable({ documents }: { documents: DocumentEntry[] }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const formats = useFormats()
  const member = (name: string) => labels.kinds.document?.[name] ?? name
  return (
    <DataTable
      stacks
      label={t('arrangements.tabs.documents')}
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', label: member('title'), cell: (row) => <Title entry={row} /> },
        {
          key: 'type',
          label: member('type'),
          cell: (row) => names.code('document_type', row.type),
        },
        {
          key: 'file',
          label: member('file'),
          cell: (row) => <DocumentFile entry={row} title={names.text(row.title)} />,
        },
        {
          key: 'visibility',
          label: labels.kinds.record?.visibility ?? 'visibility',
          cell: (row) => <VisibilityTag visibility={row.visibility} />,
        },
        {
          key: 'reference',
          label: member('reference'),
          cell: (row) => row.reference && <bdi>{row.reference}</bdi>,
        },
        {
          key: 'language',
          label: member('language'),
          cell: (row) => row.language && names.code('spoken_language', row.language),
        },
        {
          key: 'dated',
          label: member('dated'),
          short: true,
          cell: (row) => row.dated && formats.period(row.dated),
        },
      ]}
    />
  )
}

function Title({ entry }: { entry: DocumentEntry }) {
  const names = useNames()
  const mayChange = useMay('contributor')
  const title = names.text(entry.title)
  return (
    <Group gap={6} miw={200} wrap="nowrap">
      {entry.address ? (
        <Anchor href={entry.address} rel="noreferrer noopener" target="_blank">
          {title}
        </Anchor>
      ) : (
        <span>{title}</span>
      )}
      {mayChange && <EditLink plural="documents" id={entry.id} name={title} />}
    </Group>
  )
}
