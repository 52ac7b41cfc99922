// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Query } from '@/api/client'
import { type Doer, type Matrix, type MatrixCell, useMatrix } from '@/api/coverage'
import { Answer } from '@/kit/answer'
import { BesideDirectory } from '@/kit/beside_directory'
import { DataTable } from '@/kit/data_table'
import { DoerLink } from '@/kit/doer'
import { Growing } from '@/kit/growing'
import { LastReports } from '@/kit/last_reports'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { useDoerNames } from '@/state/partner_names'
import classes from './matrix.module.css'
import { NothingDone } from './nothing_done'

interface MatrixViewProps {
  query: Query
  by: 'place' | 'theme'
  listOf: (doer: Doer, column: string) => string // the address of what a cell counts
}

// A row for each partner, and for each organisation beside them; a cell says how much is under way there and whether it is present.
export function MatrixView({ query, by, listOf }: MatrixViewProps) {
  const { t } = useTranslation()
  const matrix = useMatrix(query)
  return (
    <Answer query={matrix}>
      {(answer) =>
        answer.rows.length === 0 ? (
          <NothingDone lastReports={answer.last_reports} />
        ) : (
          <Stack gap="sm">
            <LastReports month={answer.last_reports} from="from" to="to" />
            <BesideDirectory beside={answer.beside_directory} />
            <Text size="sm" c="dimmed">
              {t('who_does_what.legend')}
            </Text>
            <Cells matrix={answer} by={by} listOf={listOf} />
          </Stack>
        )
      }
    </Answer>
  )
}

function Cells({ matrix, by, listOf }: { matrix: Matrix } & Omit<MatrixViewProps, 'query'>) {
  const { t } = useTranslation()
  const names = useNames()
  const nameOf = useDoerNames()
  const rows = [...matrix.rows].sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
  const columns = matrix.columns.map((key) => ({
    key,
    label: by === 'place' ? names.place(key) : names.code('theme', key),
  }))
  if (by === 'place') columns.sort((a, b) => a.label.localeCompare(b.label))
  return (
    <Growing items={rows} atOnce={40}>
      {(shown) => (
        <DataTable
          stacks
          label={t(`who_does_what.matrix_by.${by}`)}
          rows={shown}
          rowKey={({ partner, organisation }) => partner ?? organisation ?? ''}
          columns={[
            {
              key: 'partner',
              label: t('who_does_what.filters.partner'),
              cell: (row) => <DoerLink {...row} />,
            },
            ...columns.map(({ key, label }) => ({
              key,
              label,
              cell: (row: Matrix['rows'][number]) => {
                const cell = row.cells.find(({ column }) => column === key)
                return cell && <Cell cell={cell} to={listOf(row, key)} />
              },
            })),
          ]}
        />
      )}
    </Growing>
  )
}

// It opens to the list of what it counts.
function Cell({ cell, to }: { cell: MatrixCell; to: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const words = [
    cell.present && t('who_does_what.present'),
    cell.under_way > 0 && t('who_does_what.under_way_count', { count: cell.under_way }),
    cell.planned > 0 && t('who_does_what.planned_count', { count: cell.planned }),
    cell.done > 0 && t('who_does_what.done_count', { count: cell.done }),
  ].filter((word): word is string => !!word)
  return (
    <Link to={to} className={classes.cell} title={formats.list(words)}>
      <span aria-hidden>
        {cell.present && <span className={classes.present} />}
        {cell.under_way > 0 && <b>{formats.number(cell.under_way)}</b>}
        {cell.planned > 0 && <bdi className={classes.quiet}>+{formats.number(cell.planned)}</bdi>}
        {cell.done > 0 && <bdi className={classes.quiet}>✓{formats.number(cell.done)}</bdi>}
      </span>
      <span className={classes.words}>{formats.list(words)}</span>
    </Link>
  )
}
