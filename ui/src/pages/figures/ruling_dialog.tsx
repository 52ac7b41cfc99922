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
import { useAll, useCreate } from '@/api/records'
import type { Place } from '@/api/types'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

// What sources disagree about, over a stretch of time, and which of them may stand.
export interface RulingQuestion {
  indicator: string
  place: string
  from: string
  to: string
  sources: { source: string | null; title: string | null; count: number | null }[]
}

interface RulingDialogProps {
  question: RulingQuestion | null
  onClose: () => void
}

export function RulingDialog({ question, onClose }: RulingDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      title={t('ruling.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      {question && <RulingForm question={question} onDone={onClose} />}
    </Modal>
  )
}

function RulingForm({ question, onDone }: { question: RulingQuestion; onDone: () => void }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const { data: places } = useAll<Place>('places')
  const create = useCreate('rulings')
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState(question.from)
  const [to, setTo] = useState(question.to)
  const place = places?.find(({ code }) => code === question.place)
  const rule = () =>
    create.mutate(
      {
        place: place?.id,
        indicator: question.indicator,
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
        {names.indicator(question.indicator)} · {names.place(question.place)}
      </Text>
      <Radio.Group
        label={t('ruling.source')}
        value={source}
        onChange={setSource}
        required
        withAsterisk={false}
      >
        <Stack gap="xs" mt="xs">
          {question.sources.map(
            ({ source: id, title, count }) =>
              id && (
                <Radio
                  key={id}
                  value={id}
                  label={count === null ? title : `${title}: ${formats.number(count)}`}
                />
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
