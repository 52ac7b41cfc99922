// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputedSubject } from '@/api/disagreements'
import { DataTable } from '@/kit/data_table'
import { useFocusOnNew } from '@/kit/focus_on_new'
import { Panel } from '@/kit/panel'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { subjectKey } from './filtering'

const shownAtFirst = 8

interface SubjectListProps {
  subjects: DisputedSubject[]
  chosen: string
  onChoose: (subject: string) => void
}

export function SubjectList({ subjects, chosen, onChoose }: SubjectListProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const [all, setAll] = useState(false)
  const rows = all ? subjects : subjects.slice(0, shownAtFirst)
  const { box, expect } = useFocusOnNew<HTMLDivElement>(rows.length)
  const open = (subject: DisputedSubject) => (
    <Button
      variant={subjectKey(subject) === chosen ? 'light' : 'subtle'}
      size="compact-sm"
      aria-pressed={subjectKey(subject) === chosen}
      onClick={() => onChoose(subjectKey(subject))}
      styles={{
        label: { whiteSpace: 'normal', textAlign: 'start', overflow: 'visible' },
        root: { height: 'auto', paddingBlock: 4 },
      }}
    >
      {names.indicator(subject.indicator)} · {names.place(subject.place)}
    </Button>
  )
  return (
    <Panel title={t('disagreements.subjects')} lead={t('disagreements.lead')}>
      <div ref={box}>
        <DataTable
          stacks
          label={t('disagreements.subjects')}
          rows={rows}
          rowKey={subjectKey}
          columns={[
            { key: 'subject', label: t('disagreements.subject'), cell: open },
            {
              key: 'dates',
              label: t('sheets.dates'),
              short: true,
              cell: ({ from, to }) => `${formats.day(from)} – ${formats.day(to)}`,
            },
            {
              key: 'count',
              label: t('disagreements.figures'),
              numeric: true,
              cell: ({ disagreements }) => formats.number(disagreements),
            },
            {
              key: 'unruled',
              label: t('disagreements.not_ruled'),
              numeric: true,
              cell: ({ unruled }) =>
                unruled > 0 ? (
                  formats.number(unruled)
                ) : (
                  <Tag tone="good">{t('disagreements.all_ruled')}</Tag>
                ),
            },
            {
              key: 'share',
              label: t('disagreements.greatest'),
              numeric: true,
              cell: ({ share }) =>
                share === null ? t('disagreements.not_told') : formats.percent(share),
            },
          ]}
        />
      </div>
      {subjects.length > shownAtFirst && !all && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            expect()
            setAll(true)
          }}
        >
          {t('kit.more')}
        </Button>
      )}
    </Panel>
  )
}
