// SPDX-License-Identifier: Apache-2.0
import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEraseBatch } from '@/api/imports'
import type { Batch } from '@/api/types'
import { ConfirmButton } from '@/kit/confirm_button'
import { Panel } from '@/kit/panel'
import { batchKey } from './batch_words'
import { useIsOwnBatch } from './own_batch'

// What came with a batch that counts no more can be destroyed by its owner's people.
export function Erasing({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const erase = useEraseBatch()
  const isOwn = useIsOwnBatch(batch)
  if (!isOwn || (batch.status !== 'withdrawn' && batch.status !== 'superseded')) return null
  return (
    <Panel title={t('import.erase_title')} lead={t('import.erase_lead')}>
      <Group>
        <ConfirmButton
          label={t('import.erase')}
          question={t('import.erase_question')}
          consequence={t(batchKey(batch.content, 'erase_consequence'))}
          version={batch.version}
          act={(version) => erase.mutateAsync({ id: batch.id, version })}
          error={erase.error}
          pending={erase.isPending}
          variant="default"
          danger
        />
      </Group>
    </Panel>
  )
}
