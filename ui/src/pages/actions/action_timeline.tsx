// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action, Arrangement } from '@/api/arrangements'
import { TimeBars } from '@/charts/time_bars'
import { Undated } from '@/charts/undated'
import { Panel } from '@/kit/panel'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import { growTrees, rowsOf } from '@/state/tree'
import { ActionLink } from './action_name'
import { isLate } from './lateness'
import { byDue } from './order'

const tones = { planned: 'accent', under_way: 'accent', done: 'good', dropped: 'quiet' } as const

const isDated = ({ begins, due }: Action) => !!begins || !!due

interface ActionTimelineProps {
  actions: Action[]
  arrangements: Arrangement[]
}

// From when to when, by arrangement; those of whose actions no date is known come last.
export function ActionTimeline({ actions, arrangements }: ActionTimelineProps) {
  const { t } = useTranslation()
  const names = useNames()
  const groups = useMemo(() => {
    const all = arrangements.flatMap((arrangement) => {
      const own = actions.filter((action) => action.arrangement === arrangement.id)
      if (own.length === 0) return []
      const undated = own.filter((action) => !isDated(action))
      const bars = rowsOf(growTrees(own.filter(isDated), byDue)).map(({ item, depth }) => ({
        key: item.id,
        name: <ActionLink action={item} />,
        depth,
        begins: item.begins,
        ends: item.due,
        goesOn: item.status === 'under_way',
        tone: isLate(item, today()) ? ('warning' as const) : tones[item.status],
      }))
      const foot = undated.length > 0 && (
        <Undated
          items={undated.map((each) => ({
            key: each.id,
            name: <ActionLink action={each} plain />,
          }))}
        />
      )
      return [{ key: arrangement.id, heading: names.text(arrangement.title), bars, foot }]
    })
    return all.sort((a, b) => Number(b.bars.length > 0) - Number(a.bars.length > 0))
  }, [actions, arrangements, names])
  return (
    <Panel title={t('actions.views.timeline')} lead={t('actions.timeline_lead')}>
      <TimeBars groups={groups} today={today()} />
    </Panel>
  )
}
