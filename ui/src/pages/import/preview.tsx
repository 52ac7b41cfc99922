// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preview as Answered, Finding, Mapping, PreviewedFigure } from '@/api/import_types'
import { usePreview } from '@/api/imports'
import { Answer } from '@/kit/answer'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { Entries } from '@/kit/entries'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { batchKey } from './batch_words'
import type { Editing } from './editing'
import { PreviewedReports } from './previewed_reports'
import { SeverityTag } from './severity_tag'

const shown = 40

// A figure with what is said of its row, or a row of which there is no figure.
interface PreviewRow {
  row: number
  figure?: PreviewedFigure
  findings: Finding[]
}

export function previewRows({ figures, findings }: Answered): PreviewRow[] {
  const byRow = new Map<number, Finding[]>()
  for (const finding of findings) {
    const row = finding.row ?? 0
    byRow.set(row, [...(byRow.get(row) ?? []), finding])
  }
  const seen = new Set<number>()
  const rows: PreviewRow[] = figures.map((figure) => {
    const isFirst = !seen.has(figure.row)
    seen.add(figure.row)
    return { row: figure.row, figure, findings: isFirst ? (byRow.get(figure.row) ?? []) : [] }
  })
  for (const [row, found] of byRow) if (!seen.has(row)) rows.push({ row, findings: found })
  return rows.sort((a, b) => a.row - b.row)
}

// The first rows as they will be read, while the columns are settled.
export function Preview({ editing, isComplete }: { editing: Editing; isComplete: boolean }) {
  const { t } = useTranslation()
  const heading = useId()
  const [mapping] = useDebouncedValue(editing.draft, 400)
  const preview = usePreview(editing.file, mapping, editing.sheet, isComplete)
  return (
    <Stack component="section" gap="xs" aria-labelledby={heading}>
      <Title order={3} id={heading}>
        {t('import.preview')}
      </Title>
      {isComplete ? (
        <Answer query={preview}>
          {(data) => <PreviewTable preview={data} content={mapping.content} />}
        </Answer>
      ) : (
        <Text size="sm" c="dimmed">
          {t('import.preview_later')}
        </Text>
      )}
    </Stack>
  )
}

// What is alike in several rows is told once, the gravest first.
export interface AlikeFindings {
  finding: Finding
  rows: number[]
}

const gravity = { error: 0, warning: 1, information: 2 }

export function alikeFindings(findings: Finding[]): AlikeFindings[] {
  const alike = new Map<string, AlikeFindings>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.column, finding.message])
    const known = alike.get(key) ?? { finding, rows: [] }
    if (finding.row !== null) known.rows.push(finding.row)
    alike.set(key, known)
  }
  return [...alike.values()].sort(
    (a, b) =>
      gravity[a.finding.severity] - gravity[b.finding.severity] || b.rows.length - a.rows.length,
  )
}

interface PreviewTableProps {
  preview: Answered
  content: Mapping['content']
}

function PreviewTable({ preview, content }: PreviewTableProps) {
  const { t } = useTranslation()
  const counts = {
    rows: preview.rows,
    used: preview.used,
    rejected: preview.rejected,
    skipped: preview.skipped,
    figures: preview.observations,
  }
  const isSheet = content === 'activities'
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {t(
          batchKey(
            isSheet ? 'activities' : 'figures',
            preview.is_all ? 'preview_all' : 'preview_first',
          ),
          counts,
        )}
      </Text>
      {isSheet ? (
        <>
          <PreviewedReports reports={preview.reports.slice(0, shown)} />
          <PreviewFindings findings={preview.findings} />
        </>
      ) : (
        <PreviewedFigures preview={preview} />
      )}
    </>
  )
}

function PreviewedFigures({ preview }: { preview: Answered }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const columns = useFigureColumns(preview.figures)
  const rows = previewRows(preview)
  return (
    <DataTable
      label={t('import.preview')}
      rows={rows.slice(0, shown)}
      rowKey={({ row }, index) => `${row}/${index}`}
      columns={[
        {
          key: 'row',
          label: t('findings.row'),
          numeric: true,
          cell: ({ row }) => (row > 0 ? formats.number(row) : ''),
        },
        ...columns,
        {
          key: 'findings',
          label: t('findings.message'),
          cell: ({ findings }) =>
            findings.map((finding) => (
              <Text key={`${finding.code}/${finding.column}`} component="div" size="sm" miw={200}>
                <SeverityTag severity={finding.severity} /> {finding.message}
              </Text>
            )),
        },
      ]}
    />
  )
}

const rowsNamed = 8

// Reports have many columns: what was found in their rows stands below them.
function PreviewFindings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const inRows = (rows: number[]) => {
    const named = formats.beside(rows.slice(0, rowsNamed).map(formats.number))
    return t('import.in_rows', {
      count: rows.length,
      rows: rows.length > rowsNamed ? `${named} …` : named,
    })
  }
  if (findings.length === 0) return null
  return (
    <Entries label={t('import.preview_findings')}>
      {alikeFindings(findings).map(({ finding, rows }) => (
        <li key={`${finding.code}/${finding.column}/${finding.message}`}>
          <Text component="div" size="sm">
            <SeverityTag severity={finding.severity} /> {finding.message}
          </Text>
          <Text size="sm" c="dimmed">
            {finding.column && <bdi>{finding.column}</bdi>}
            {finding.column && rows.length > 0 && ' · '}
            {rows.length > 0 && inRows(rows)}
          </Text>
        </li>
      ))}
    </Entries>
  )
}

// A column for what the figures say: parts that none of them has are left away.
function useFigureColumns(figures: PreviewedFigure[]): DataColumn<PreviewRow>[] {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const parts: [string, (figure: PreviewedFigure) => string][] = [
    ['period', ({ period }) => formats.period(period)],
    ['place', ({ place }) => names.place(place)],
    ['indicator', ({ indicator }) => names.indicator(indicator)],
    ['origin', ({ origin }) => origin && names.country(origin)],
    ['sex', ({ sex }) => (sex === 'all' ? '' : names.code('sex', sex))],
    ['age', ({ age }) => (age === 'all' ? '' : names.code('age_group', age))],
    ['profile', ({ profile }) => (profile === 'all' ? '' : names.code('profile', profile))],
  ]
  const dimensions = Object.keys(figures[0]?.extras ?? {})
  if (figures.length === 0) return []
  const said = parts.filter(([, say]) => figures.some((figure) => say(figure)))
  return [
    ...said.map(([part, say]) => ({
      key: part,
      label: t(`figures.groups.${part as 'period'}`),
      cell: ({ figure }: PreviewRow) => figure && say(figure),
    })),
    ...dimensions.map((name) => ({
      key: `extra/${name}`,
      label: name,
      cell: ({ figure }: PreviewRow) => figure?.extras[name],
    })),
    {
      key: 'count',
      label: t('import.fields.count'),
      numeric: true,
      cell: ({ figure }: PreviewRow) => figure && formats.number(figure.count),
    },
  ]
}
