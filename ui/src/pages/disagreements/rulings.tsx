// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DisputedSubject, useWithdrawRuling } from '@/api/disagreements'
import { useAll } from '@/api/records'
import type { Ruling } from '@/api/types'
import { FormDialog } from '@/kit/form_dialog'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'

interface RulingsProps {
  subject: DisputedSubject
  mayWithdraw: boolean
}

// What was ruled on a place and indicator, with the reasons; a ruling is withdrawn, never removed.
export function Rulings({ subject, mayWithdraw }: RulingsProps) {
  const { t } = useTranslation()
  const known = useKnownPlaces()
  const place = known(subject.place)?.id
  const { data: rulings } = useAll<Ruling>('rulings', !!place, {
    place,
    indicator: subject.indicator,
  })
  const [withdrawn, setWithdrawn] = useState<Ruling | null>(null)
  if (!rulings?.length) return null
  return (
    <Stack gap="sm">
      <Title order={3}>{t('disagreements.rulings')}</Title>
      <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
        {rulings.map((ruling) => (
          <RulingItem
            key={ruling.id}
            ruling={ruling}
            onWithdraw={mayWithdraw && !ruling.withdrawn ? () => setWithdrawn(ruling) : undefined}
          />
        ))}
      </Stack>
      {withdrawn && <WithdrawDialog ruling={withdrawn} onClose={() => setWithdrawn(null)} />}
    </Stack>
  )
}

function RulingItem({ ruling, onWithdraw }: { ruling: Ruling; onWithdraw?: () => void }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <Stack gap={2} miw={0} flex={1}>
        <Group gap="xs">
          <Text fw={600}>
            {t('disagreements.stands', {
              source: names.source(ruling.source),
              from: formats.day(ruling.from),
              to: formats.day(ruling.to),
            })}
          </Text>
          {ruling.withdrawn && <Tag tone="quiet">{t('disagreements.withdrawn')}</Tag>}
        </Group>
        <Text size="sm" dir="auto">
          {ruling.reason}
        </Text>
        {ruling.withdrawn_reason && (
          <Text size="sm" c="dimmed" dir="auto">
            {ruling.withdrawn_reason}
          </Text>
        )}
      </Stack>
      {onWithdraw && (
        <Button variant="default" size="xs" onClick={onWithdraw}>
          {t('disagreements.withdraw')}
        </Button>
      )}
    </Group>
  )
}

function WithdrawDialog({ ruling, onClose }: { ruling: Ruling; onClose: () => void }) {
  const { t } = useTranslation()
  const withdraw = useWithdrawRuling(ruling)
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('disagreements.withdraw_title')}
      consequence={t('disagreements.withdraw_consequence')}
      submit={t('disagreements.withdraw')}
      error={withdraw.error}
      pending={withdraw.isPending}
      onSubmit={() => withdraw.mutate(reason, { onSuccess: onClose })}
    >
      <Textarea
        label={t('ruling.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
