// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Arrangement, levels } from '@/api/arrangements'
import { TimeBars } from '@/charts/time_bars'
import { Undated } from '@/charts/undated'
import { Panel } from '@/kit/panel'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import { rowsOf } from '@/state/tree'
import { ArrangementLink } from './arrangement_link'
import { familyTrees } from './family'
import { goesOn } from './filtering'
import { StatusTag } from './status_tag'
import type { ViewProps } from './view_props'

const tones = { planned: 'accent', active: 'good', dormant: 'warning', ended: 'quiet' } as const

// By level, each below what it stands in.
export function TimelineView({ found }: ViewProps) {
  const { t } = useTranslation()
  const names = useNames()
  const groups = useMemo(
    () =>
      levels.flatMap((level) => {
        const those = found.filter((each) => each.level === level)
        if (those.length === 0) return []
        const rows = rowsOf(familyTrees(those.filter(isDated)))
        const undated = those.filter((each) => !isDated(each))
        return {
          key: level,
          heading: names.code('level', level),
          bars: rows.map(({ item, depth }) => barOf(item, depth)),
          foot: undated.length > 0 && (
            <Undated
              items={undated.map((each) => ({ key: each.id, name: <ArrangementLink to={each} /> }))}
            />
          ),
        }
      }),
    [found, names],
  )
  return (
    <Panel title={t('arrangements.views.timeline')} lead={t('arrangements.timeline_lead')}>
      <TimeBars groups={groups} today={today()} />
    </Panel>
  )
}

const isDated = ({ begins, ends }: Arrangement) => !!begins || !!ends

const barOf = (arrangement: Arrangement, depth: number) => ({
  key: arrangement.id,
  name: (
    <>
      <ArrangementLink to={arrangement} /> <StatusTag status={arrangement.status} />
    </>
  ),
  depth,
  tone: tones[arrangement.status as keyof typeof tones],
  begins: arrangement.begins,
  ends: arrangement.ends,
  goesOn: goesOn(arrangement),
})
