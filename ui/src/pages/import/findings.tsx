// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { correctionsAddress, findingsAddress, useFindings } from '@/api/imports'
import { IconDownload, IconFileSpreadsheet } from '@/kit/icons'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { Causes } from './causes'
import { FindingRows } from './finding_rows'

// What the reading found wrong: first by cause, then row by row.
export function Findings({ batch }: { batch: string }) {
  const { t, i18n } = useTranslation()
  const formats = useFormats()
  const [code, setCode] = useState<string | null>(null)
  const findings = useFindings(batch, { code })
  const first = findings.data?.pages[0]
  const hasAny = !!first && first.by_code.length > 0
  const rows = findings.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel
      title={t('findings.title')}
      lead={t('findings.lead')}
      actions={
        hasAny && (
          <Group gap="xs">
            {!first.file_withheld && (
              <TableLink
                address={correctionsAddress(batch, i18n.language)}
                icon={IconFileSpreadsheet}
                label={t('findings.to_correct')}
              />
            )}
            <TableLink
              address={findingsAddress(batch, { code, lang: i18n.language })}
              icon={IconDownload}
              label={t('findings.as_csv')}
            />
          </Group>
        )
      }
    >
      <ProblemMessage error={findings.error} />
      {first && first.by_code.length === 0 && <Text>{t('findings.none')}</Text>}
      {hasAny && (
        <Text size="sm" c="dimmed">
          {t(first.file_withheld ? 'findings.cells_withheld' : 'findings.to_correct_lead')}
        </Text>
      )}
      {hasAny && (
        <>
          <Causes causes={first.by_code} chosen={code} onChoose={setCode} />
          <FindingRows findings={rows} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed" aria-live="polite">
              {t('kit.range', {
                first: Math.min(1, rows.length),
                last: rows.length,
                total: first.total,
              })}
            </Text>
            {findings.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                loading={findings.isFetchingNextPage}
                onClick={() => findings.fetchNextPage()}
              >
                {t('kit.more_of', {
                  number: formats.number(Math.min(100, first.total - rows.length)),
                })}
              </Button>
            )}
          </Group>
        </>
      )}
    </Panel>
  )
}

interface TableLinkProps {
  address: string
  icon: typeof IconDownload
  label: string
}

function TableLink({ address, icon: Icon, label }: TableLinkProps) {
  return (
    <Button
      component="a"
      href={address}
      download
      variant="default"
      size="xs"
      leftSection={<Icon size={16} stroke={1.6} />}
    >
      {label}
    </Button>
  )
}
