// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { useRecord } from '@/api/records'
import type { Batch } from '@/api/types'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { useFirstNames } from '@/state/first_names'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { BatchStatusTag } from './batch_status'
import { BatchSummary } from './batch_summary'
import { Decision } from './decision'
import { Erasing } from './erasing'
import { FigureEffect } from './figure_effect'
import { Findings } from './findings'
import { ReceivedFile } from './received_file'
import { SharingPanel } from './sharing_panel'
import { SharingTag } from './sharing_tag'

// One file as it was read, with what is wrong with it; a proposed one is decided upon here.
export function Page() {
  const { t } = useTranslation()
  const { batch: id } = useParams()
  const batch = useRecord<Batch>('batches', id)
  const [corrects, setCorrects] = useState('')
  return (
    <PageFrame
      title={batch.data?.file_name ?? t('import.file')}
      lead={batch.data && <BatchLead batch={batch.data} />}
      actions={batch.data && batch.data.status !== 'erased' && <ReceivedFile batch={batch.data} />}
    >
      <Answer query={batch}>
        {(data) => (
          <Stack gap="xl">
            <BatchSummary batch={data} />
            {data.status === 'proposed' && data.used > 0 && data.content === 'figures' && (
              <FigureEffect batch={data.id} supersedes={corrects} />
            )}
            <SharingPanel key={data.visibility} batch={data} />
            <Decision batch={data} corrects={corrects} onCorrects={setCorrects} />
            <Erasing batch={data} />
            {data.status !== 'erased' && <Findings batch={data.id} />}
          </Stack>
        )}
      </Answer>
    </PageFrame>
  )
}

// Those of a workbook, or files of an archive, that it was read from. Several that were read as one
// table have no name of their own.
function sheetsOf({ sheet, mapping }: Batch): string[] {
  if (mapping.joined_sheets?.length) return mapping.joined_sheets
  return sheet && !sheet.endsWith('*') ? [sheet] : []
}

function BatchLead({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const firstNames = useFirstNames()
  const sheets = sheetsOf(batch)
  return (
    <Group component="span" gap="xs">
      <BatchStatusTag status={batch.status} />
      <SharingTag batch={batch} />
      <span>
        {names.source(batch.source)} · {formats.time(batch.received_at)} ·{' '}
        {formats.bytes(batch.file_bytes)}
        {sheets.length > 0 && ` · ${t('import.read_from', { sheets: firstNames(sheets) })}`}
      </span>
      {batch.supersedes && (
        <Anchor component={Link} to={`/import/${batch.supersedes}`}>
          {t('import.supersedes_other')}
        </Anchor>
      )}
    </Group>
  )
}
