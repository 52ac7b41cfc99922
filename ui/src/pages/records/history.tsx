// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { useHistory } from '@/api/records'
import type { Field } from '@/api/schema_reading'
import type { JournalEntry } from '@/api/types'
import { Answer } from '@/kit/answer'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { Entries } from '@/kit/entries'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { FieldValue, fieldLabel, isEmpty, MergedInto } from './field_value'
import { type KeptPlural, kinds } from './kinds'

interface HistoryProps {
  plural: KeptPlural
  id: string
  fields: Field[]
}

// Who changed what and when, as the journal has it, newest first.
export function History({ plural, id, fields }: HistoryProps) {
  const { t } = useTranslation()
  const history = useHistory(plural, id)
  return (
    <Panel title={t('records.history')} lead={t('records.history_lead')}>
      <Answer query={history}>
        {({ items }) => (
          <MergedInto.Provider value={mergedInto(items, fields)}>
            <Entries ordered>
              {[...items]
                .sort((a, b) => b.version - a.version)
                .map((entry) => (
                  <li key={entry.id}>
                    <Entry entry={entry} fields={fields} kind={kinds[plural].name} />
                  </li>
                ))}
            </Entries>
          </MergedInto.Provider>
        )}
      </Answer>
    </Panel>
  )
}

// A merge says whom it put in whose place in the record.
function mergedInto(items: JournalEntry[], fields: Field[]): Map<string, string> {
  const partners = fields.filter(({ reference }) => reference === 'partners')
  const merged = new Map<string, string>()
  const ids = (value: unknown) => [value].flat().filter((id) => typeof id === 'string')
  for (const { verb, change } of items) {
    if (verb !== 'merge') continue
    for (const { field, from, to } of change) {
      if (!partners.some(({ name }) => name === field)) continue
      const [gone] = ids(from).filter((id) => !ids(to).includes(id))
      const [into] = ids(to).filter((id) => !ids(from).includes(id))
      if (gone && into) merged.set(gone, into)
    }
  }
  return merged
}

type Change = JournalEntry['change'][number]

// What was said first has no before.
function Entry({ entry, fields, kind }: { entry: JournalEntry; fields: Field[]; kind: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const labels = useLabels()
  const value = (name: string, value: unknown) => {
    const field = fields.find((each) => each.name === name)
    if (isEmpty(value)) return null
    return field ? <FieldValue kind={kind} field={field} value={value} /> : String(value)
  }
  const changes = entry.change.filter(({ from, to }) => !isEmpty(from) || !isEmpty(to))
  const isFirst = changes.every(({ from }) => isEmpty(from))
  const before: DataColumn<Change> = {
    key: 'from',
    label: t('records.before'),
    cell: (change) => value(change.field, change.from),
  }
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {labels.codes.verb?.[entry.verb] ?? t('records.version', { number: entry.version })}
        </Text>
        <Text size="sm" c="dimmed">
          {entry.verb === 'confirm_own_entry' ? t('records.by_link') : entry.principal} ·{' '}
          {formats.time(entry.at)}
        </Text>
      </Group>
      {!entry.whole && (
        <Text size="sm" c="dimmed">
          {t('records.not_whole')}
        </Text>
      )}
      {changes.length > 0 && (
        <DataTable
          stacks
          label={t('records.changes')}
          rows={changes}
          rowKey={(change) => change.field}
          columns={[
            {
              key: 'field',
              label: t('records.field'),
              cell: (change) => fieldLabel(labels, kind, change.field),
            },
            ...(isFirst ? [] : [before]),
            {
              key: 'to',
              label: t('records.after'),
              cell: (change) => value(change.field, change.to),
            },
          ]}
        />
      )}
    </Stack>
  )
}
