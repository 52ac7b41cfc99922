// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Query } from '@/api/client'
import { type Matrix, type MatrixCell, useMatrix } from '@/api/coverage'
import { Answer } from '@/kit/answer'
import { DataTable } from '@/kit/data_table'
import { Growing } from '@/kit/growing'
import { LastReports } from '@/kit/last_reports'
import { PartnerLink } from '@/kit/partner_link'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { usePartnerNames } from '@/state/partner_names'
import classes from './matrix.module.css'
import { NothingDone } from './nothing_done'

interface MatrixViewProps {
  query: Query
  by: 'place' | 'theme'
  listOf: (partner: string, column: string) => string // the address of what a cell counts
}

// A row for each partner; a cell says how much is under way there and whether it is present.
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
  const partnerName = usePartnerNames()
  const rows = [...matrix.rows].sort((a, b) =>
    partnerName(a.partner).localeCompare(partnerName(b.partner)),
  )
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
          rowKey={({ partner }) => partner}
          columns={[
            {
              key: 'partner',
              label: t('who_does_what.filters.partner'),
              cell: ({ partner }) => <PartnerLink id={partner} />,
            },
            ...columns.map(({ key, label }) => ({
              key,
              label,
              cell: ({ partner, cells }: Matrix['rows'][number]) => {
                const cell = cells.find(({ column }) => column === key)
                return cell && <Cell cell={cell} to={listOf(partner, key)} />
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
