// SPDX-License-Identifier: Apache-2.0
import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './data_table.module.css'

export interface DataColumn<Row> {
  key: string
  label: ReactNode
  name?: string // the label in words, where it is more than words
  numeric?: boolean
  short?: boolean // dates and the like, kept on one line
  sort?: 'ascending' | 'descending' | 'none'
  cell: (row: Row) => ReactNode
}

interface DataTableProps<Row> {
  label: string // what the table is, for a screen reader
  columns: DataColumn<Row>[]
  rows: Row[]
  rowKey: (row: Row, index: number) => string
  stacks?: boolean // a list of things rather than of figures: on a narrow screen a card for each
}

// A table that scrolls sideways on a narrow screen, by the keyboard too, or stacks its rows there.
export function DataTable<Row>({ label, columns, rows, rowKey, stacks }: DataTableProps<Row>) {
  const look = ({ numeric, short }: DataColumn<Row>) =>
    numeric ? classes.number : short ? classes.short : undefined
  const box = stacks ? `${classes.scroll} ${classes.stacks}` : classes.scroll
  return (
    // biome-ignore lint/a11y: the keyboard scrolls it, and a fieldset it is not
    <div role="group" className={box} aria-label={label} tabIndex={0}>
      <Table verticalSpacing="xs" horizontalSpacing="sm" highlightOnHover className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th
                key={column.key}
                scope="col"
                aria-sort={column.sort}
                className={look(column)}
              >
                {column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={rowKey(row, index)}>
              {columns.map((column) => (
                <Table.Td
                  key={column.key}
                  className={look(column)}
                  data-label={
                    column.name ?? (typeof column.label === 'string' ? column.label : undefined)
                  }
                >
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
