// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PreviewedReport } from '@/api/import_types'
import { useLabels } from '@/api/labels'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

type Told = string | number | null | undefined
const numbers = ['output', 'beneficiaries', 'new_beneficiaries'] as const

// The first rows of an activity sheet as they will be read. Columns that say nothing are left away.
export function PreviewedReports({ reports }: { reports: PreviewedReport[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const labels = useLabels()
  if (reports.length === 0) return null
  const label = (member: string) => labels.kinds.activity_report?.[member] ?? member
  const column = (
    member: string & keyof PreviewedReport,
    say: (report: PreviewedReport) => Told,
    look: Pick<DataColumn<PreviewedReport>, 'numeric' | 'short'> = {},
  ): DataColumn<PreviewedReport>[] =>
    reports.some((report) => say(report) != null)
      ? [{ key: member, label: label(member), ...look, cell: (report) => say(report) }]
      : []
  return (
    <DataTable
      label={t('import.preview')}
      rows={reports}
      rowKey={({ row }, index) => `${row}/${index}`}
      columns={[
        {
          key: 'row',
          label: t('findings.row'),
          numeric: true,
          cell: ({ row }) => row !== null && formats.number(row),
        },
        ...column('period', ({ period }) => period && formats.period(period), { short: true }),
        {
          key: 'organisation',
          label: label('organisation'),
          cell: ({ organisation, is_known }) => (
            <>
              <bdi>{organisation}</bdi>
              {!is_known && (
                <Text component="div" size="sm" c="dimmed">
                  {t('import.organisation_beside')}
                </Text>
              )}
            </>
          ),
        },
        ...column('implementing_partner', ({ implementing_partner }) => implementing_partner),
        ...column('country', ({ country }) => country && names.country(country)),
        ...column('admin1', ({ admin1 }) => admin1),
        ...column('admin2', ({ admin2 }) => admin2),
        ...column('sector', ({ sector }) => sector),
        ...column('theme', ({ theme }) => theme && names.code('theme', theme)),
        ...column('activity', ({ activity }) => activity),
        ...numbers.flatMap((member) =>
          column(
            member,
            ({ [member]: number }) => (number === null ? null : formats.number(number)),
            { numeric: true },
          ),
        ),
      ]}
    />
  )
}
