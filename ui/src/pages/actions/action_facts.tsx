// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { Fact, Facts } from '@/kit/facts'
import { Paragraphs } from '@/kit/lines'
import { Panel } from '@/kit/panel'
import { PartnerLinks } from '@/kit/partner_link'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { Due } from './due'
import { PartnersParts } from './partners_parts'
import { Progress } from './progress'

// Who does what, where, when, for whom, with what money, and how far.
export function ActionFacts({ action }: { action: Action }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const formats = useFormats()
  const member = (name: string) => labels.kinds.action?.[name] ?? name
  const { lead, partners, funders, places, begins, points, population } = action
  const number = (value: number | null) => value !== null && formats.number(value)
  const others = partners.filter((id) => id !== lead)
  const description = names.text(action.description)
  return (
    <Panel title={t('actions.what')}>
      {description ? (
        <Paragraphs text={description} />
      ) : (
        <Text c="dimmed">{t('actions.no_description')}</Text>
      )}
      <Facts>
        <Fact label={member('lead')}>{lead && <PartnerLinks ids={[lead]} />}</Fact>
        <Fact label={member('partners')}>
          {others.length > 0 && <PartnersParts ids={others} parts={action.parts} />}
        </Fact>
        <Fact label={member('funders')}>
          {funders.length > 0 && <PartnerLinks ids={funders} />}
        </Fact>
        <Fact label={member('budget')}>{number(action.budget)}</Fact>
        <Fact label={member('points')}>
          {formats.list(points.map((point) => names.code('theme', point)))}
        </Fact>
        <Fact label={member('population')}>
          {formats.list(population.map((word) => names.code('population', word)))}
        </Fact>
        <Fact label={member('places')}>{formats.list(places.map(names.place))}</Fact>
        <Fact label={member('begins')}>{begins && formats.period(begins)}</Fact>
        <Fact label={member('due')}>
          {(action.due || action.adopted.due) && <Due action={action} />}
        </Fact>
        <Fact label={member('indicator')}>{action.indicator}</Fact>
        <Fact label={member('baseline')}>{number(action.baseline)}</Fact>
        <Fact label={member('target')}>{number(action.target)}</Fact>
        <Fact label={member('reached')}>{number(action.reached)}</Fact>
        <Fact label={member('progress')}>
          {action.progress !== null && <Progress action={action} />}
        </Fact>
      </Facts>
    </Panel>
  )
}
