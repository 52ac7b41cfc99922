// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { ComparedStretch } from '@/api/disagreements'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { IconCheck } from '@/kit/icons'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import type { RulingQuestion } from '../figures/ruling_dialog'
import { questionAbout, type Side, said } from './sides'

const atOnce = 12

interface ComparisonTableProps {
  label: string
  stretches: ComparedStretch[]
  sources: Side[]
  onRule?: (question: RulingQuestion | null) => void // absent: the reader may not
}

// The latest first: a column for each source, and a box to choose what is ruled on together.
export function ComparisonTable({ label, stretches, sources, onRule }: ComparisonTableProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [most, setMost] = useState(atOnce)
  const [chosen, setChosen] = useState<string[]>([])
  const rows = [...stretches].reverse().slice(0, most)
  const picked = rows.filter(({ from, to }) => chosen.includes(from + to))

  const box: DataColumn<ComparedStretch> = {
    key: 'choose',
    label: t('disagreements.choose'),
    cell: ({ from, to, period, disagrees }) =>
      disagrees && (
        <Checkbox
          radius="sm"
          aria-label={t('disagreements.choose_one', { period: formats.period(period) })}
          checked={chosen.includes(from + to)}
          onChange={(event) =>
            setChosen(
              event.currentTarget.checked
                ? [...chosen, from + to]
                : chosen.filter((key) => key !== from + to),
            )
          }
        />
      ),
  }
  const columns: DataColumn<ComparedStretch>[] = [
    {
      key: 'period',
      label: t('figures.groups.period'),
      short: true,
      cell: ({ period }) => formats.period(period),
    },
    ...sources.map((side) => ({
      key: side.id ?? '',
      label: side.title,
      numeric: true,
      cell: (stretch: ComparedStretch) => <Said stretch={stretch} side={side} />,
    })),
    {
      key: 'share',
      label: t('disagreements.difference'),
      numeric: true,
      cell: ({ share }) => (share === null ? t('disagreements.not_told') : formats.percent(share)),
    },
    { key: 'state', label: t('disagreements.state'), cell: (stretch) => <State of={stretch} /> },
  ]
  return (
    <>
      {onRule && (
        <Group gap="sm">
          <Button
            size="xs"
            disabled={picked.length === 0}
            onClick={() => onRule(questionAbout(picked, sources))}
          >
            {t('disagreements.rule_chosen', { count: picked.length })}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              setChosen(
                rows.flatMap(({ from, to, disagrees, ruled }) =>
                  disagrees && !ruled ? [from + to] : [],
                ),
              )
            }
          >
            {t('disagreements.choose_unruled')}
          </Button>
        </Group>
      )}
      <DataTable
        stacks
        label={label}
        rows={rows}
        rowKey={({ from, to }) => from + to}
        columns={onRule ? [box, ...columns] : columns}
      />
      {stretches.length > most && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'start' }}
          onClick={() => setMost(most + atOnce)}
        >
          {t('kit.more')}
        </Button>
      )}
    </>
  )
}

// A figure; the one that is used is marked.
function Said({ stretch, side }: { stretch: ComparedStretch; side: Side }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const figure = said(stretch, side)
  if (!figure) return t('charts.no_figure')
  if (figure.count === null) return t('disagreements.not_told')
  if (!figure.chosen) return formats.number(figure.count)
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex" component="span">
      <IconCheck size={14} role="img" aria-label={t('disagreements.used')} />
      <Text span fw={700} inherit>
        {formats.number(figure.count)}
      </Text>
    </Group>
  )
}

function State({ of: { ruled, ruling, disagrees } }: { of: ComparedStretch }) {
  const { t } = useTranslation()
  if (!ruled)
    return disagrees ? (
      <Tag tone="warning">{t('disagreements.not_ruled')}</Tag>
    ) : (
      <Tag tone="quiet">{t('disagreements.alike')}</Tag>
    )
  if (!ruling) return <Tag tone="good">{t('disagreements.ruled')}</Tag>
  return (
    <Anchor component={Link} to={`/records/rulings/${ruling}`}>
      {t('disagreements.ruled')}
    </Anchor>
  )
}
