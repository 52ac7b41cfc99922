// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Group,
  List,
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
import { useCreate } from '@/api/records'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { useKnownPlaces } from '@/state/known_places'
import { useNames } from '@/state/names'

export interface Stretch {
  from: string
  to: string
}

// What sources disagree about, over one stretch of time or several, and which of them may stand.
export interface RulingQuestion {
  indicator: string
  place: string
  stretches: Stretch[] // a ruling for each
  sources: { source: string | null; title: string | null; count: number | null }[]
}

interface RulingDialogProps {
  question: RulingQuestion | null
  onClose: () => void
  onRuled?: () => void
}

export function RulingDialog({ question, onClose, onRuled }: RulingDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      title={t('ruling.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      {question && (
        <RulingForm
          question={question}
          onCancel={onClose}
          onRuled={() => {
            onRuled?.()
            onClose()
          }}
        />
      )}
    </Modal>
  )
}

interface RulingFormProps {
  question: RulingQuestion
  onCancel: () => void
  onRuled: () => void
}

function RulingForm({ question, onCancel, onRuled }: RulingFormProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const known = useKnownPlaces()
  const create = useCreate('rulings')
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const [stretches, setStretches] = useState(question.stretches)
  const [only] = stretches
  const place = known(question.place)
  const { indicator } = question
  // Where one is refused, those before it are made, and asked for no second time.
  const rule = async () => {
    let left = stretches
    try {
      for (const stretch of stretches) {
        await create.mutateAsync({ place: place?.id, indicator, ...stretch, source, reason })
        left = left.slice(1)
      }
      onRuled()
    } catch {
      setStretches(left)
    }
  }
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
      {only && stretches.length === 1 ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={t(`ruling.${end}`)}
              value={only[end]}
              onChange={(event) => setStretches([{ ...only, [end]: event.currentTarget.value }])}
            />
          ))}
        </SimpleGrid>
      ) : (
        <Stack gap={4}>
          <Text>{t('ruling.several', { count: stretches.length })}</Text>
          <List size="sm">
            {stretches.map(({ from, to }) => (
              <List.Item key={from}>
                {formats.day(from)} – {formats.day(to)}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
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
        <Button variant="default" onClick={onCancel}>
          {t('kit.cancel')}
        </Button>
        <Button onClick={rule} loading={create.isPending} disabled={!source || !reason.trim()}>
          {t('ruling.submit')}
        </Button>
      </Group>
    </Stack>
  )
}
