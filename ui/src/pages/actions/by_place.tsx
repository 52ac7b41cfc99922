// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { DataTable } from '@/kit/data_table'
import { Growing } from '@/kit/growing'
import { Panel } from '@/kit/panel'
import { PartnerLink } from '@/kit/partner_link'
import { useNames } from '@/state/names'
import { ActionLink } from './action_name'
import { ActionStatusTag } from './action_status_tag'
import { openFirst } from './order'

// What is done where; one that is done in several places stands at each.
export function ByPlace({ actions }: { actions: Action[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const places = [...new Set(actions.flatMap((action) => action.places))]
    .map((id) => ({
      id,
      title: names.place(id),
      own: actions.filter((action) => action.places.includes(id)),
    }))
    .sort((a, b) => a.title.localeCompare(b.title))
  const nowhere = actions.filter((action) => action.places.length === 0)
  const all =
    nowhere.length > 0
      ? [...places, { id: '', title: t('actions.no_place'), own: nowhere }]
      : places
  return (
    <Growing items={all} atOnce={12}>
      {(shown) => (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" verticalSpacing="lg">
          {shown.map(({ id, title, own }) => (
            <Panel key={id} title={title} lead={t('actions.count', { count: own.length })}>
              <PlaceTable title={title} actions={own} />
            </Panel>
          ))}
        </SimpleGrid>
      )}
    </Growing>
  )
}

function PlaceTable({ title, actions }: { title: string; actions: Action[] }) {
  const { t } = useTranslation()
  return (
    <Growing items={[...actions].sort(openFirst)} atOnce={8}>
      {(shown) => (
        <DataTable
          stacks
          label={title}
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', label: t('actions.what'), cell: (row) => <ActionLink action={row} /> },
            {
              key: 'who',
              label: t('actions.who'),
              cell: (row) => row.lead && <PartnerLink id={row.lead} />,
            },
            {
              key: 'status',
              label: t('actions.state'),
              cell: (row) => <ActionStatusTag status={row.status} />,
            },
          ]}
        />
      )}
    </Growing>
  )
}
