// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useList } from '@/api/records'
import { documentAddress } from '@/api/sheets'
import type { Edition } from '@/api/types'
import { Answer } from '@/kit/answer'
import { CursorPager } from '@/kit/cursor_pager'
import { DataTable } from '@/kit/data_table'
import { Empty } from '@/kit/empty'
import { Panel } from '@/kit/panel'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { DocumentMenu } from './document_menu'

const perPage = 20

// What was printed, each edition as it was then, and whether its figures have changed since.
export function Editions() {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const [cursors, setCursors] = useState<string[]>([])
  const list = useList<Edition>('sheets', {
    limit: perPage,
    sort: '-printed_at',
    after: cursors.at(-1),
  })
  return (
    <Panel title={t('sheets.editions')} lead={t('sheets.editions_lead')}>
      <Answer query={list}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty title={t('sheets.none')}>{t('sheets.none_lead')}</Empty>
          ) : (
            <>
              <DataTable
                stacks
                label={t('sheets.editions')}
                rows={page.items}
                rowKey={(edition) => edition.id}
                columns={[
                  {
                    key: 'title',
                    label: t('sheets.sheet'),
                    cell: (edition) => (
                      <Group gap="xs">
                        <Text fw={600}>{names.text(edition.title)}</Text>
                        {edition.changed && <Tag tone="warning">{t('sheets.changed')}</Tag>}
                      </Group>
                    ),
                  },
                  {
                    key: 'dates',
                    label: t('sheets.dates'),
                    short: true,
                    cell: (edition) => `${formats.day(edition.from)} – ${formats.day(edition.to)}`,
                  },
                  {
                    key: 'edition',
                    label: t('sheets.edition'),
                    numeric: true,
                    cell: (edition) => formats.number(edition.edition),
                  },
                  {
                    key: 'printed',
                    label: t('sheets.printed_at'),
                    short: true,
                    cell: (edition) => formats.time(edition.printed_at),
                  },
                  {
                    key: 'download',
                    label: t('kit.download'),
                    cell: (edition) => (
                      <DocumentMenu
                        title={names.text(edition.title)}
                        addressOf={(format, lang) => documentAddress(edition.id, format, lang)}
                      />
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
