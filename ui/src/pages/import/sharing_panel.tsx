// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sharing } from '@/api/import_types'
import { useShare } from '@/api/imports'
import type { Batch } from '@/api/types'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useAboutPersons } from './about_persons'
import { batchKey } from './batch_words'
import { NamedPartners } from './named_partners'
import { useIsOwnBatch } from './own_batch'
import { SharingChoice } from './sharing_choice'

// Who may see the file: chosen by its owner's people, told to everybody else who sees it.
export function SharingPanel({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const isOwn = useIsOwnBatch(batch)
  const { isFound } = useAboutPersons(batch.id)
  const share = useShare()
  const now = batch.visibility
  const [chosen, setChosen] = useState<Sharing>(now)
  return (
    <Panel title={t('import.sharing.title')}>
      {isOwn ? (
        <>
          <SharingChoice
            label={t('import.sharing.lead')}
            value={chosen}
            before={batch}
            content={batch.content}
            isAboutPersons={isFound}
            onChange={setChosen}
          />
          <ProblemMessage error={share.error} />
          <Group>
            <Button
              variant="default"
              disabled={chosen === now}
              loading={share.isPending}
              onClick={() => share.mutate({ batch, visibility: chosen })}
            >
              {t('import.sharing.save')}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Text>{t(batchKey(batch.content, `sharing.sentences.${now}`))}</Text>
          <NamedPartners batch={batch} />
        </>
      )}
    </Panel>
  )
}
