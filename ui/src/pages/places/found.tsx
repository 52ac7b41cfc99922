// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Query } from '@/api/client'
import { useLabels } from '@/api/labels'
import { useList } from '@/api/records'
import type { Place } from '@/api/types'
import { Answer } from '@/kit/answer'
import { CursorPager } from '@/kit/cursor_pager'
import { DataTable } from '@/kit/data_table'
import { Empty } from '@/kit/empty'
import { useNames } from '@/state/names'
import { PlaceLink } from './place_words'

const perPage = 50

// Page by page, as the server finds them.
export function Found({ query }: { query: Query }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const [cursors, setCursors] = useState<string[]>([])
  const list = useList<Place>('places', { ...query, limit: perPage, after: cursors.at(-1) })
  const member = (name: string) => labels.kinds.place?.[name] ?? name
  const sortOf = ({ kind, site }: Place) =>
    site ? names.code('site_sort', site) : names.code('place_kind', kind)
  return (
    <Answer query={list}>
      {(page) =>
        page.items.length === 0 ? (
          <Empty title={t('records.none')}>{t('records.next_step.places')}</Empty>
        ) : (
          <Stack>
            <DataTable
              stacks
              label={t('navigation.places')}
              rows={page.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  label: member('name'),
                  cell: (place) => <PlaceLink place={place} />,
                },
                {
                  key: 'code',
                  label: member('code'),
                  short: true,
                  cell: ({ code }) => <bdi>{code}</bdi>,
                },
                { key: 'kind', label: member('kind'), cell: sortOf },
                {
                  key: 'parent',
                  label: member('parent'),
                  cell: ({ parent }) => parent && names.place(parent),
                },
              ]}
            />
            <CursorPager page={page} perPage={perPage} cursors={cursors} onMove={setCursors} />
          </Stack>
        )
      }
    </Answer>
  )
}
