// SPDX-License-Identifier: Apache-2.0
import { Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccept, useOverlaps, useWithdraw } from '@/api/imports'
import type { Batch } from '@/api/types'
import { ConfirmButton } from '@/kit/confirm_button'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { batchKey } from './batch_words'

interface DecisionProps {
  batch: Batch
  corrects: string // the file that this one supersedes; empty: none
  onCorrects: (batch: string) => void
}

// Accepting puts the file's figures among the joint ones, or its activity reports among all;
// withdrawing takes them out. Where an
// accepted file of the same source covers the same time, the person says whether this one corrects it.
export function Decision({ batch, corrects, onCorrects }: DecisionProps) {
  const { t } = useTranslation()
  const accept = useAccept()
  const withdraw = useWithdraw()
  const [reason, setReason] = useState('')
  const proposed = batch.status === 'proposed'
  const kept = batch.visibility === 'confidential'
  const isEmpty = proposed && batch.used === 0
  const mayAccept = proposed && !isEmpty
  if (batch.status === 'withdrawn') return <Withdrawn batch={batch} />
  if (!proposed && batch.status !== 'accepted') return null
  return (
    <Panel
      title={t(proposed ? 'import.decide' : kept ? 'import.accepted_kept' : 'import.accepted')}
      lead={
        isEmpty
          ? t('import.decide_nothing_read')
          : t(
              batchKey(
                batch.content,
                proposed
                  ? kept
                    ? 'decide_lead_kept'
                    : 'decide_lead'
                  : kept
                    ? 'accepted_kept_lead'
                    : 'accepted_lead',
              ),
            )
      }
    >
      {mayAccept && <Corrects batch={batch.id} value={corrects} onChange={onCorrects} />}
      <Group>
        {mayAccept && (
          <ConfirmButton
            label={t('import.accept')}
            question={t('import.accept_question')}
            consequence={t(
              batchKey(
                batch.content,
                kept
                  ? corrects
                    ? 'accept_kept_supersedes'
                    : 'accept_kept'
                  : corrects
                    ? 'accept_supersedes'
                    : 'accept_consequence',
              ),
            )}
            act={() => accept.mutateAsync({ batch: batch.id, supersedes: corrects || undefined })}
            error={accept.error}
            pending={accept.isPending}
          />
        )}
        <ConfirmButton
          label={t(proposed ? 'import.reject' : 'import.withdraw')}
          question={t(proposed ? 'import.reject_question' : 'import.withdraw_question')}
          consequence={
            <Stack gap="sm">
              <Text>{t(batchKey(batch.content, 'withdraw_consequence'))}</Text>
              <Textarea
                label={t('import.reason')}
                description={t('import.reason_hint')}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                maxLength={500}
                autosize
                minRows={2}
              />
            </Stack>
          }
          act={() => withdraw.mutateAsync({ batch: batch.id, reason: reason.trim() })}
          error={withdraw.error}
          pending={withdraw.isPending}
          variant="default"
          danger
        />
      </Group>
    </Panel>
  )
}

// Why it counts no more; whoever thinks again accepts it after all.
function Withdrawn({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const accept = useAccept()
  return (
    <Panel title={t('import.withdrawn')} lead={t('import.withdrawn_lead')}>
      {batch.reason && <Text>{t('import.reason_given', { reason: batch.reason })}</Text>}
      {batch.used > 0 && (
        <Group>
          <ConfirmButton
            label={t('import.accept_after_all')}
            question={t('import.accept_question')}
            consequence={t(
              batchKey(
                batch.content,
                batch.visibility === 'confidential' ? 'accept_kept' : 'accept_consequence',
              ),
            )}
            act={() => accept.mutateAsync({ batch: batch.id })}
            error={accept.error}
            pending={accept.isPending}
            variant="default"
          />
        </Group>
      )}
    </Panel>
  )
}

interface CorrectsProps {
  batch: string
  value: string
  onChange: (batch: string) => void
}

function Corrects({ batch, value, onChange }: CorrectsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const { data } = useOverlaps(batch, true)
  if (!data || data.items.length === 0) return null
  // Of activities: what goes with the earlier file, since this one has nothing in its place.
  const missing = (id: string) => {
    const found = data.missing.find((other) => other.batch === id)
    if (!found) return undefined
    const list = found.first.map(({ organisation, country, area, sector, month }) =>
      formats.beside(
        [
          organisation,
          area,
          country && names.country(country),
          sector,
          month && formats.period(month),
        ].filter((word): word is string => !!word),
      ),
    )
    return t(
      found.total > list.length ? 'import.corrects_missing_more' : 'import.corrects_missing',
      { list: list.join('; '), count: found.total },
    )
  }
  return (
    <Radio.Group label={t('import.corrects')} value={value} onChange={onChange}>
      <Text size="sm" c="dimmed">
        {t('import.corrects_lead')}
      </Text>
      <Stack gap="xs" mt="sm">
        <Radio value="" label={t('import.corrects_none')} />
        {data.items.map((other) => (
          <Radio
            key={other.id}
            value={other.id}
            label={t('import.corrects_file', {
              file: other.file_name,
              when: formats.time(other.received_at),
            })}
            description={missing(other.id)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
