// SPDX-License-Identifier: Apache-2.0
import { Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DisputedSubject, useComparison } from '@/api/disagreements'
import { useMay } from '@/api/session'
import { ComparedLines } from '@/charts/compared_lines'
import { Answer } from '@/kit/answer'
import { Panel } from '@/kit/panel'
import { useNames } from '@/state/names'
import { RulingDialog, type RulingQuestion } from '../figures/ruling_dialog'
import { ComparisonTable } from './comparison_table'
import { Rulings } from './rulings'
import { linesOf, sourcesIn } from './sides'

// What each source says of one indicator at one place, and the rulings about it.
export function Comparison({ subject }: { subject: DisputedSubject }) {
  const { t } = useTranslation()
  const names = useNames()
  const mayRule = useMay('coordinator')
  const [alike, setAlike] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [question, setQuestion] = useState<RulingQuestion | null>(null)
  const { indicator, place } = subject
  const query = useComparison({ indicator, place })
  const title = `${names.indicator(indicator)} · ${names.place(place)}`
  return (
    <Panel
      title={title}
      lead={t('disagreements.side_by_side')}
      actions={
        <Switch
          label={t('disagreements.also_alike')}
          checked={alike}
          onChange={(event) => setAlike(event.currentTarget.checked)}
        />
      }
    >
      <Answer query={query}>
        {({ items }) => {
          const sources = sourcesIn(items, t('explanation.not_shared'))
          return (
            <Stack gap="lg">
              <ComparedLines label={title} series={linesOf(items, sources)} />
              <ComparisonTable
                label={title}
                stretches={alike ? items : items.filter(({ disagrees }) => disagrees)}
                sources={sources}
                chosen={chosen}
                onChoose={setChosen}
                onRule={mayRule ? setQuestion : undefined}
              />
              <Rulings subject={subject} mayWithdraw={mayRule} />
            </Stack>
          )
        }}
      </Answer>
      <RulingDialog
        question={question}
        onClose={() => setQuestion(null)}
        onRuled={() => setChosen([])}
      />
    </Panel>
  )
}
