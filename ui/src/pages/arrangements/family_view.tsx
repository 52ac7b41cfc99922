// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Arrangement } from '@/api/arrangements'
import { TimeInWords } from '@/charts/time_bars'
import { Panel } from '@/kit/panel'
import { useNames } from '@/state/names'
import { type TreeNode, withAncestors } from '@/state/tree'
import { ArrangementLink } from './arrangement_link'
import { familyTrees, relationsOf } from './family'
import classes from './family.module.css'
import { goesOn } from './filtering'
import { StatusTag } from './status_tag'
import type { ViewProps } from './view_props'

export function FamilyView({ found, all }: ViewProps) {
  const { t } = useTranslation()
  return (
    <Panel title={t('arrangements.views.family')} lead={t('arrangements.family_lead')}>
      <ul className={classes.tree}>
        {familyTrees(withAncestors(found, all)).map((node) => (
          <Branch key={node.item.id} node={node} all={all} />
        ))}
      </ul>
    </Panel>
  )
}

function Branch({ node, all }: { node: TreeNode<Arrangement>; all: Arrangement[] }) {
  const names = useNames()
  const { item: arrangement, children, depth } = node
  return (
    <li>
      <div className={classes.name}>
        <ArrangementLink to={arrangement} strong={depth === 0} />
        <StatusTag status={arrangement.status} />
      </div>
      <div className={classes.about}>
        {names.code('form', arrangement.form)}
        {(arrangement.begins || arrangement.ends) && (
          <>
            {' · '}
            <TimeInWords {...arrangement} goesOn={goesOn(arrangement)} />
          </>
        )}
      </div>
      <Relations arrangement={arrangement} all={all} />
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Branch key={child.item.id} node={child} all={all} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Relations({ arrangement, all }: { arrangement: Arrangement; all: Arrangement[] }) {
  const { t } = useTranslation()
  return relationsOf(arrangement, all)
    .filter(({ sort }) => sort !== 'part_of')
    .map(({ sort, to }) => (
      <div key={sort + to.id} className={classes.about}>
        {t(`arrangements.relations.${sort}`)} <ArrangementLink to={to} />
      </div>
    ))
}
