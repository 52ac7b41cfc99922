// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Group,
  Modal,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disagreement } from '@/api/figure_types'
import { useAll, useCreate } from '@/api/records'
import type { Place } from '@/api/types'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

interface RulingDialogProps {
  disagreement: Disagreement | null
  onClose: () => void
}

export function RulingDialog({ disagreement, onClose }: RulingDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={disagreement !== null}
      onClose={onClose}
      title={t('ruling.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      {disagreement && <RulingForm disagreement={disagreement} onDone={onClose} />}
    </Modal>
  )
}

function RulingForm({ disagreement, onDone }: { disagreement: Disagreement; onDone: () => void }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const { data: places } = useAll<Place>('places')
  const create = useCreate('rulings')
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState(disagreement.from)
  const [to, setTo] = useState(disagreement.to)
  const place = places?.find(({ code }) => code === disagreement.place)
  const rule = () =>
    create.mutate(
      {
        place: place?.id,
        indicator: disagreement.indicator,
        from,
        to,
        source,
        reason,
      },
      { onSuccess: onDone },
    )
  return (
    <Stack>
      <Text>
        {names.indicator(disagreement.indicator)} · {names.place(disagreement.place)}
      </Text>
      <Radio.Group
        label={t('ruling.source')}
        value={source}
        onChange={setSource}
        required
        withAsterisk={false}
      >
        <Stack gap="xs" mt="xs">
          {disagreement.sources.map(
            ({ source: id, title, count }) =>
              id &&
              count !== null && (
                <Radio key={id} value={id} label={`${title}: ${formats.number(count)}`} />
              ),
          )}
        </Stack>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="date"
          label={t('ruling.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('ruling.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Textarea
        label={t('ruling.reason')}
        description={t('ruling.reason_hint')}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemMessage error={create.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('kit.cancel')}
        </Button>
        <Button onClick={rule} loading={create.isPending} disabled={!source || !reason.trim()}>
          {t('ruling.submit')}
        </Button>
      </Group>
    </Stack>
  )
}
