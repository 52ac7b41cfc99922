// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedFile } from '@/api/import_types'
import { PageFrame } from '@/kit/page'
import { Batches } from './batches'
import { DropFile } from './drop_file'
import { Meaning } from './meaning'

// A file in, its columns looked over, then the reading starts; below, what came before.
export function Page() {
  const { t } = useTranslation()
  const [received, setReceived] = useState<ReceivedFile | null>(null)
  return (
    <PageFrame title={t('import.title')} lead={t('import.lead')}>
      <Stack gap="xl">
        {received ? (
          <Meaning key={received.file} received={received} onCancel={() => setReceived(null)} />
        ) : (
          <DropFile onReceived={setReceived} />
        )}
        <Batches />
      </Stack>
    </PageFrame>
  )
}
