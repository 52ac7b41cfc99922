// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Fact, Facts } from '@/kit/facts'
import { Panel } from '@/kit/panel'
import { useNames } from '@/state/names'
import { ArrangementLink } from './arrangement_link'
import type { TabProps } from './arrangement_page'
import { familyTrees, relationsOf } from './family'
import classes from './members.module.css'
import { StatusTag } from './status_tag'

// What stands in the arrangement: its groups, programmes and projects.
export function Groups({ arrangement, data }: TabProps) {
  const { t } = useTranslation()
  const names = useNames()
  const groups = familyTrees(data.family)[0]?.children ?? []
  if (groups.length === 0) return null
  return (
    <Panel title={t('arrangements.groups')}>
      <ul className={classes.members}>
        {groups.map(({ item: group, children }) => (
          <li key={group.id} className={classes.member}>
            <Group gap="xs">
              <ArrangementLink to={group} />
              {group.status !== arrangement.status && <StatusTag status={group.status} />}
            </Group>
            <Text size="sm" c="dimmed">
              {names.code('form', group.form)}
              {children.length > 0 &&
                ` · ${t('arrangements.groups_in', { count: children.length })}`}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Relations({ arrangement, data }: TabProps) {
  const { t } = useTranslation()
  const relations = relationsOf(arrangement, data.all)
  if (relations.length === 0) return null
  const sorts = [...new Set(relations.map(({ sort }) => sort))]
  return (
    <Panel title={t('arrangements.kin')}>
      <Facts>
        {sorts.map((sort) => (
          <Fact key={sort} label={t(`arrangements.relations.${sort}`)}>
            {relations
              .filter((each) => each.sort === sort)
              .map(({ to }) => (
                <div key={to.id}>
                  <ArrangementLink to={to} />
                </div>
              ))}
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}
