// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Paper, Stack, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { useLabels } from '@/api/labels'
import { type AnyRecord, useList } from '@/api/records'
import type { Field } from '@/api/schema_reading'
import { Answer } from '@/kit/answer'
import { CursorPager } from '@/kit/cursor_pager'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { Empty } from '@/kit/empty'
import { FilterBar, FilterSelect, FilterText } from '@/kit/filters'
import { IconArrowDown, IconArrowUp } from '@/kit/icons'
import { FieldValue, wordLabel } from './field_value'
import { type KeptPlural, kinds } from './kinds'
import type { ListState } from './list_state'
import { useRecordName } from './record_name'

const perPage = 50

interface RecordListProps {
  plural: KeptPlural
  fields: Field[]
  state: ListState
}

export function RecordList({ plural, fields, state }: RecordListProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { filter, set, cursors, setCursors } = state
  const list = useList<AnyRecord>(plural, { limit: perPage, ...filter, after: cursors.at(-1) })
  const columns = useColumns(plural, fields, state)
  const choices = fields.filter(({ shape, many }) => shape === 'choice' && !many)
  const label = (name: string) => labels.kinds[kinds[plural].name]?.[name] ?? name
  const wordOf = (name: string) => state.address.get(name) ?? ''
  return (
    <Stack gap="lg">
      <FilterBar
        search={<FilterText value={wordOf('q')} onChange={(text) => set('q', text)} />}
        values={choices.map(({ name }) => wordOf(name))}
      >
        {choices.map((field) => (
          <FilterSelect
            key={field.name}
            label={label(field.name)}
            choices={field.words.map((word) => ({
              value: word,
              label: wordLabel(labels, field, word),
            }))}
            value={wordOf(field.name)}
            onChange={(word) => set(field.name, word ?? '')}
          />
        ))}
      </FilterBar>
      <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
        <Answer query={list}>
          {(page) =>
            page.items.length === 0 ? (
              <Empty title={t('records.none')}>{t(`records.next_step.${plural}`)}</Empty>
            ) : (
              <Stack>
                <DataTable
                  stacks
                  label={t(`navigation.${plural}`)}
                  columns={columns}
                  rows={page.items}
                  rowKey={(record) => record.id}
                />
                <CursorPager page={page} perPage={perPage} cursors={cursors} onMove={setCursors} />
              </Stack>
            )
          }
        </Answer>
      </Paper>
    </Stack>
  )
}

function useColumns(
  plural: KeptPlural,
  fields: Field[],
  state: ListState,
): DataColumn<AnyRecord>[] {
  const labels = useLabels()
  const recordName = useRecordName()
  const kind = kinds[plural]
  const asked: readonly string[] = kind.columns
  return asked.flatMap((name, index) => {
    const field = fields.find((each) => each.name === name)
    if (!field) return []
    const label = labels.kinds[kind.name]?.[name] ?? name
    const sortable =
      ['text', 'date', 'time', 'choice', 'number'].includes(field.shape) && !field.many
    const value = (record: AnyRecord) => (
      <FieldValue kind={kind.name} field={field} value={record[name]} />
    )
    return {
      key: name,
      name: label,
      label: sortable ? <SortButton label={label} name={name} state={state} /> : label,
      sort: sortable ? directionOf(state.sort, name) : undefined,
      cell: (record: AnyRecord) =>
        index === 0 ? (
          <Anchor component={Link} to={`/records/${plural}/${record.id}`} fw={600}>
            {field.name === 'position' || (field.shape !== 'text' && field.shape !== 'choice')
              ? recordName(record)
              : value(record)}
          </Anchor>
        ) : (
          value(record)
        ),
    }
  })
}

const directionOf = (sort: string, name: string) =>
  sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none'

function SortButton({ label, name, state }: { label: string; name: string; state: ListState }) {
  const direction = directionOf(state.sort, name)
  return (
    <UnstyledButton fz="inherit" fw="inherit" c="inherit" onClick={() => state.sortBy(name)}>
      <Group gap={4} wrap="nowrap" component="span">
        {label}
        {direction === 'ascending' && <IconArrowUp size={14} aria-hidden />}
        {direction === 'descending' && <IconArrowDown size={14} aria-hidden />}
      </Group>
    </UnstyledButton>
  )
}
