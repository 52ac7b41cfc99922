// SPDX-License-Identifier: Apache-2.0
import { Paper, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Arrangement } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { TimeInWords } from '@/charts/time_bars'
import { DataTable } from '@/kit/data_table'
import { Growing } from '@/kit/growing'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { ArrangementLink } from './arrangement_link'
import { goesOn } from './filtering'
import { StatusTag } from './status_tag'
import type { ViewProps } from './view_props'

export function ListView({ found, all }: ViewProps) {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const member = (name: string) => labels.kinds.arrangement?.[name] ?? name
  const rows = [...found].sort((a, b) =>
    names.text(a.title).localeCompare(names.text(b.title), i18n.language),
  )
  return (
    <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Stack>
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('arrangements.count', { count: rows.length })}
        </Text>
        <Growing items={rows} atOnce={40}>
          {(shown) => (
            <DataTable
              stacks
              label={t('navigation.arrangements')}
              rows={shown}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  label: member('title'),
                  cell: (row) => <NameCell row={row} all={all} />,
                },
                {
                  key: 'level',
                  label: member('level'),
                  cell: (row) => names.code('level', row.level),
                },
                { key: 'form', label: member('form'), cell: (row) => names.code('form', row.form) },
                {
                  key: 'places',
                  label: t('arrangements.place'),
                  cell: (row) => <Where row={row} />,
                },
                {
                  key: 'time',
                  label: t('arrangements.time'),
                  short: true,
                  cell: (row) =>
                    (row.begins || row.ends) && (
                      <TimeInWords begins={row.begins} ends={row.ends} goesOn={goesOn(row)} />
                    ),
                },
                {
                  key: 'status',
                  label: member('status'),
                  cell: (row) => <StatusTag status={row.status} />,
                },
              ]}
            />
          )}
        </Growing>
      </Stack>
    </Paper>
  )
}

function NameCell({ row, all }: { row: Arrangement; all: Arrangement[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const parent = all.find(({ id }) => id === row.parent)
  return (
    <div style={{ minWidth: '14rem' }}>
      <ArrangementLink to={row} strong />
      {parent && (
        <Text size="sm" c="dimmed">
          {t('arrangements.in', { name: parent.short_title || names.text(parent.title) })}
        </Text>
      )}
    </div>
  )
}

// The countries; in words where a list of them would say less.
export function Where({ row }: { row: Arrangement }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const region = names.text(row.region)
  if (region) return region
  if (row.places.length > 4) return t('arrangements.countries', { count: row.places.length })
  return row.places.length > 0 ? formats.list(row.places.map(names.place)) : null
}
