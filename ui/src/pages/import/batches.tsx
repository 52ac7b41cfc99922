// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { fileAddress } from '@/api/imports'
import { useList } from '@/api/records'
import { useMayChange } from '@/api/session'
import type { Batch } from '@/api/types'
import { Answer } from '@/kit/answer'
import { CursorPager } from '@/kit/cursor_pager'
import { DataTable } from '@/kit/data_table'
import { Empty } from '@/kit/empty'
import { IconDownload } from '@/kit/icons'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { BatchStatusTag } from './batch_status'
import { SharingTag } from './sharing_tag'

const perPage = 20

// The files that came before, newest first.
export function Batches() {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const hasAnyFile = useMayChange() // others find it on its page, or why it is not for them
  const [cursors, setCursors] = useState<string[]>([])
  const list = useList<Batch>('batches', {
    limit: perPage,
    sort: '-received_at',
    after: cursors.at(-1),
  })
  return (
    <Panel title={t('import.history')}>
      <Answer query={list}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty title={t('import.none')}>{t('import.none_lead')}</Empty>
          ) : (
            <>
              <DataTable
                stacks
                label={t('import.history')}
                rows={page.items}
                rowKey={(batch) => batch.id}
                columns={[
                  {
                    key: 'file',
                    label: t('import.file'),
                    cell: (batch) => (
                      <Anchor component={Link} to={`/import/${batch.id}`}>
                        {batch.file_name}
                      </Anchor>
                    ),
                  },
                  {
                    key: 'source',
                    label: t('import.source'),
                    cell: (batch) => names.source(batch.source),
                  },
                  {
                    key: 'received',
                    label: t('import.received'),
                    short: true,
                    cell: (batch) => formats.time(batch.received_at),
                  },
                  {
                    key: 'rows',
                    label: t('import.rows'),
                    numeric: true,
                    cell: (batch) => formats.number(batch.rows),
                  },
                  {
                    key: 'status',
                    label: t('import.status'),
                    cell: (batch) => <BatchStatusTag status={batch.status} />,
                  },
                  {
                    key: 'sharing',
                    label: t('import.sharing.column'),
                    cell: (batch) => <SharingTag batch={batch} />,
                  },
                  {
                    key: 'download',
                    label: t('kit.download'),
                    cell: (batch) =>
                      batch.status !== 'erased' &&
                      hasAnyFile(batch.owner) && (
                        <ActionIcon
                          component="a"
                          href={fileAddress(batch.id)}
                          download
                          variant="subtle"
                          aria-label={t('import.download_file', { name: batch.file_name })}
                        >
                          <IconDownload size={18} />
                        </ActionIcon>
                      ),
                  },
                ]}
              />
              <CursorPager page={page} perPage={perPage} cursors={cursors} onMove={setCursors} />
            </>
          )
        }
      </Answer>
    </Panel>
  )
}
