// SPDX-License-Identifier: Apache-2.0
import type { Action, Arrangement } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { useAll } from '@/api/records'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { Growing } from '@/kit/growing'
import { growTrees, rowsOf, type TreeNode } from '@/state/tree'
import { ArrangementLink } from '../arrangements/arrangement_link'
import classes from './action_bits.module.css'
import { ActionName } from './action_name'
import { ActionStatusTag } from './action_status_tag'
import { Due } from './due'
import { openFirst } from './order'
import { PartnersParts } from './partners_parts'
import { Progress } from './progress'

interface ActionTableProps {
  label: string
  actions: Action[]
  without?: readonly string[] // columns that say nothing here
}

// Actions that are still to be done, then those that are settled, each in the order in which they
// are due; parts below what they are part of.
export function ActionTable({ label, actions, without = [] }: ActionTableProps) {
  const labels = useLabels()
  const member = (name: string) => labels.kinds.action?.[name] ?? name
  const { data: arrangements } = useAll<Arrangement>('arrangements')
  const columns: DataColumn<TreeNode<Action>>[] = [
    {
      key: 'title',
      label: member('title'),
      cell: ({ item, depth }) => <ActionName action={item} depth={depth} />,
    },
    {
      key: 'arrangement',
      label: member('arrangement'),
      cell: ({ item }) => {
        const arrangement = arrangements?.find(({ id }) => id === item.arrangement)
        return arrangement && <ArrangementLink to={arrangement} />
      },
    },
    { key: 'lead', label: member('lead'), cell: ({ item }) => <Who action={item} /> },
    { key: 'due', label: member('due'), short: true, cell: ({ item }) => <Due action={item} /> },
    {
      key: 'progress',
      label: member('progress'),
      cell: ({ item }) => <Progress action={item} />,
    },
    {
      key: 'status',
      label: member('status'),
      cell: ({ item }) => <ActionStatusTag status={item.status} />,
    },
  ]
  return (
    <Growing items={rowsOf(growTrees(actions, openFirst))} atOnce={40}>
      {(rows) => (
        <DataTable
          stacks
          label={label}
          rows={rows}
          rowKey={({ item }) => item.id}
          columns={columns.filter(({ key }) => !without.includes(key))}
        />
      )}
    </Growing>
  )
}

function Who({ action: { lead, partners, parts } }: { action: Action }) {
  const all = [...new Set(lead ? [lead, ...partners] : partners)]
  if (all.length === 0) return null
  return (
    <div className={classes.who}>
      <PartnersParts ids={all} parts={parts} />
    </div>
  )
}
