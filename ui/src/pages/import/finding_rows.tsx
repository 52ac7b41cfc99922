// SPDX-License-Identifier: Apache-2.0
import { Code, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Finding } from '@/api/import_types'
import { DataTable } from '@/kit/data_table'
import { useFormats } from '@/state/formats'
import { SeverityTag } from './severity_tag'

export function FindingRows({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <DataTable
      label={t('findings.rows')}
      rows={findings}
      rowKey={(finding, index) => `${finding.row}/${finding.column}/${finding.code}/${index}`}
      columns={[
        {
          key: 'row',
          label: t('findings.row'),
          numeric: true,
          cell: ({ row }) => (row === null ? '' : formats.number(row)),
        },
        { key: 'column', label: t('findings.column'), cell: ({ column }) => column ?? '' },
        {
          key: 'text',
          label: t('findings.text'),
          cell: ({ text }) => text && <Code dir="auto">{text}</Code>,
        },
        {
          key: 'message',
          label: t('findings.message'),
          cell: ({ message }) => <Text miw={220}>{message}</Text>,
        },
        ...(findings.some(({ suggestion }) => suggestion)
          ? [
              {
                key: 'suggestion',
                label: t('findings.suggestion'),
                cell: ({ suggestion }: Finding) =>
                  suggestion && <Code dir="auto">{suggestion}</Code>,
              },
            ]
          : []),
        {
          key: 'severity',
          label: t('findings.weight'),
          cell: ({ severity }) => <SeverityTag severity={severity} />,
        },
      ]}
    />
  )
}
