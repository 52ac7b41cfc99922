// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentEntry } from '@/api/arrangements'
import { documentFileAddress, useAttachFile, useRemoveFile } from '@/api/documents'
import { useMay } from '@/api/session'
import { ConfirmButton } from '@/kit/confirm_button'
import { IconDownload } from '@/kit/icons'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'

// The file of a document: to download, to attach where there is none, to take away.
export function DocumentFile({ entry, title }: { entry: DocumentEntry; title: string }) {
  const mayChange = useMay('contributor')
  if (!entry.file) return mayChange && <Attach entry={entry} title={title} />
  return (
    <Stack gap={2}>
      <Group gap="xs" wrap="nowrap">
        <Download entry={entry} />
        {mayChange && <TakeAway entry={entry} />}
      </Group>
      {!entry.text && <NoText />}
    </Stack>
  )
}

// A scan, a sealed or damaged file, or one that is not what its name says.
function NoText() {
  const { t } = useTranslation()
  return (
    <Text size="xs" c="dimmed">
      {t('documents.no_text')}
    </Text>
  )
}

function Download({ entry }: { entry: DocumentEntry }) {
  const formats = useFormats()
  return (
    <Anchor href={documentFileAddress(entry.id)} download>
      <Group gap={6} wrap="nowrap">
        <IconDownload size={16} stroke={1.6} aria-hidden />
        <Text span style={{ overflowWrap: 'anywhere' }}>
          <bdi>{entry.file_name}</bdi> ({formats.bytes(entry.file_bytes ?? 0)})
        </Text>
      </Group>
    </Anchor>
  )
}

function TakeAway({ entry }: { entry: DocumentEntry }) {
  const { t } = useTranslation()
  const removal = useRemoveFile()
  return (
    <ConfirmButton
      label={t('documents.take_away')}
      question={t('documents.take_away_question', { name: entry.file_name })}
      consequence={t('documents.take_away_consequence')}
      version={entry.version}
      act={(version) => removal.mutateAsync({ id: entry.id, version })}
      error={removal.error}
      pending={removal.isPending}
      danger
      variant="subtle"
      size="compact-sm"
    />
  )
}

function Attach({ entry, title }: { entry: DocumentEntry; title: string }) {
  const { t } = useTranslation()
  const [part, setPart] = useState(0)
  const attaching = useAttachFile(setPart)
  const label = t('documents.attach_to', { title })
  return (
    <Stack gap="xs">
      {attaching.isPending ? (
        <Progress value={part * 100} aria-label={label} miw={96} />
      ) : (
        <FileButton
          onChange={(file) => file && attaching.mutate({ id: entry.id, file })}
          inputProps={{ 'aria-label': label }}
        >
          {(button) => (
            <Button {...button} variant="subtle" size="compact-sm" aria-label={label}>
              {t('documents.attach')}
            </Button>
          )}
        </FileButton>
      )}
      <ProblemMessage error={attaching.error} />
    </Stack>
  )
}
