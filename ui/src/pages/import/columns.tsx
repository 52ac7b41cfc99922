// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsOf } from './column_groups'
import { ColumnItem } from './column_item'
import classes from './columns.module.css'
import type { Editing } from './editing'

// Each column with its samples and its meaning. Of many columns alike that stand together there is
// one line, which settles them all at once, until somebody wants to see each.
export function Columns({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const [unfolded, setUnfolded] = useState<Set<number>>(() => new Set())
  const groups = groupsOf(editing.draft.columns).flatMap((group) =>
    group.some((at) => unfolded.has(at)) ? group.map((at) => [at]) : [group],
  )
  return (
    <ul className={classes.columns} aria-label={t('import.columns')}>
      {groups.map((group) => (
        <ColumnItem
          key={group[0]}
          at={group}
          editing={editing}
          onUnfold={() => setUnfolded(new Set([...unfolded, ...group]))}
        />
      ))}
    </ul>
  )
}
