// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import { type Disagreement, useDisagreements } from '@/api/disagreements'
import { useMay } from '@/api/session'
import { Panel } from '@/kit/panel'
import { Tag } from '@/kit/tag'
import { type FigureFilters, subjectsQuery } from '@/state/figure_filters'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { RulingDialog } from './ruling_dialog'

const shown = 5

// Where sources differ by more than a tenth, with a way for coordinators to rule.
export function Disagreements({ filters }: { filters: FigureFilters }) {
  const { t } = useTranslation()
  const mayRule = useMay('coordinator')
  const [ruled, setRuled] = useState<Disagreement | null>(null)
  const { data } = useDisagreements({ ...subjectsQuery(filters), limit: shown })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={t('disagreements.title')} lead={t('disagreements.lead')}>
      <Stack gap="lg" component="ul" p={0} m={0}>
        {items.map((item) => (
          <DisagreementItem
            key={item.indicator + item.place + item.period}
            item={item}
            mayRule={mayRule && !item.ruled}
            onRule={() => setRuled(item)}
          />
        ))}
      </Stack>
      <Anchor component={Link} to={address('/disagreements', onPage(filters))} fw={600}>
        {t('disagreements.open_page', { count: data?.total ?? 0 })}
      </Anchor>
      <RulingDialog
        question={
          ruled && {
            ...ruled,
            stretches: [ruled],
            sources: ruled.sources.filter(({ count }) => count !== null),
          }
        }
        onClose={() => setRuled(null)}
      />
    </Panel>
  )
}

// The page narrows to one place and one indicator, and to months.
const onPage = ({ places, indicators, from, to }: FigureFilters) => ({
  place: places.length === 1 ? places : [],
  indicator: indicators.length === 1 ? indicators : [],
  from,
  to,
})

interface ItemProps {
  item: Disagreement
  mayRule: boolean
  onRule: () => void
}

function DisagreementItem({ item, mayRule, onRule }: ItemProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const isAnyKnown = item.sources.some(({ source, count }) => source && count !== null)
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <Stack gap={4}>
        <Group gap="xs">
          <Text fw={600}>
            {names.indicator(item.indicator)} · {names.place(item.place)} ·{' '}
            {formats.period(item.period)}
          </Text>
          {item.ruled && <Tag tone="good">{t('disagreements.ruled')}</Tag>}
        </Group>
        <List size="sm" listStyleType="none">
          {item.sources.map((source) => (
            <List.Item key={source.source ?? source.count}>
              {source.title ?? t('explanation.not_shared')}
              {source.count !== null && (
                <>
                  : <span className="numeric">{formats.number(source.count)}</span>
                </>
              )}
            </List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {item.share === null
            ? t('disagreements.share_not_told')
            : t('disagreements.share', { share: formats.percent(item.share) })}
        </Text>
        {mayRule && !isAnyKnown && <Text size="sm">{t('disagreements.none_known')}</Text>}
      </Stack>
      {mayRule && isAnyKnown && (
        <Button variant="default" size="xs" onClick={onRule}>
          {t('disagreements.rule')}
        </Button>
      )}
    </Group>
  )
}
