// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { ComparedStretch } from '@/api/disagreements'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { useFocusOnNew } from '@/kit/focus_on_new'
import { IconCheck } from '@/kit/icons'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import type { RulingQuestion } from '../figures/ruling_dialog'
import { isOpen, questionAbout, type Side, said, stretchKey } from './sides'

const atOnce = 12

interface ComparisonTableProps {
  label: string
  stretches: ComparedStretch[]
  sources: Side[]
  chosen: string[] // keys of stretches
  onChoose: (chosen: string[]) => void
  onRule?: (question: RulingQuestion | null) => void // absent: the reader may not
}

// The latest first: a column for each source, and a box to choose what is ruled on together.
export function ComparisonTable(props: ComparisonTableProps) {
  const { label, stretches, sources, chosen, onChoose, onRule } = props
  const { t } = useTranslation()
  const formats = useFormats()
  const [most, setMost] = useState(atOnce)
  const rows = [...stretches].reverse().slice(0, most)
  const open = stretches.filter(isOpen)
  const picked = open.filter((stretch) => chosen.includes(stretchKey(stretch)))
  const { box: newRows, expect } = useFocusOnNew<HTMLDivElement>(rows.length)

  const box: DataColumn<ComparedStretch> = {
    key: 'choose',
    label: t('disagreements.choose'),
    cell: (stretch) =>
      isOpen(stretch) && (
        <Checkbox
          radius="sm"
          aria-label={t('disagreements.choose_one', { period: formats.period(stretch.period) })}
          checked={chosen.includes(stretchKey(stretch))}
          onChange={(event) =>
            onChoose(
              event.currentTarget.checked
                ? [...chosen, stretchKey(stretch)]
                : chosen.filter((key) => key !== stretchKey(stretch)),
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
            disabled={open.length === 0}
            onClick={() => onChoose(open.map(stretchKey))}
          >
            {t('disagreements.choose_unruled')}
          </Button>
        </Group>
      )}
      <div ref={newRows}>
        <DataTable
          stacks
          label={label}
          rows={rows}
          rowKey={stretchKey}
          columns={onRule ? [box, ...columns] : columns}
        />
      </div>
      {stretches.length > most && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'start' }}
          onClick={() => {
            expect()
            setMost(most + atOnce)
          }}
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
