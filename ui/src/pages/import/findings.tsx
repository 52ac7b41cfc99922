// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFindings } from '@/api/imports'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { Causes } from './causes'
import { FindingRows } from './finding_rows'

// What the reading found wrong: first by cause, then row by row.
export function Findings({ batch }: { batch: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [code, setCode] = useState<string | null>(null)
  const findings = useFindings(batch, { code })
  const first = findings.data?.pages[0]
  const rows = findings.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel title={t('findings.title')} lead={t('findings.lead')}>
      <ProblemMessage error={findings.error} />
      {first && first.by_code.length === 0 && <Text>{t('findings.none')}</Text>}
      {first && first.by_code.length > 0 && (
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
