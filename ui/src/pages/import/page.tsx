// SPDX-License-Identifier: Apache-2.0
import { Alert, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedFile } from '@/api/import_types'
import { PageFrame } from '@/kit/page'
import { useFirstNames } from '@/state/first_names'
import { Batches } from './batches'
import { DropFile } from './drop_file'
import { Meaning } from './meaning'

// A file in, its columns looked over, then the reading starts; below, what came before.
export function Page() {
  const { t } = useTranslation()
  const firstNames = useFirstNames()
  const [received, setReceived] = useState<ReceivedFile | null>(null)
  const [leftOut, setLeftOut] = useState<string[]>([])
  return (
    <PageFrame title={t('import.title')} lead={t('import.lead')}>
      <Stack gap="xl">
        <div role="status">
          {leftOut.length > 0 && (
            <Alert variant="light" color="yellow">
              {t('import.one_at_a_time', { names: firstNames(leftOut), count: leftOut.length })}
            </Alert>
          )}
        </div>
        {received ? (
          <Meaning key={received.file} received={received} onCancel={() => setReceived(null)} />
        ) : (
          <DropFile onReceived={setReceived} onLeftOut={setLeftOut} />
        )}
        <Batches />
      </Stack>
    </PageFrame>
  )
}
