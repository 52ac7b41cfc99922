// SPDX-License-Identifier: Apache-2.0
import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedFile } from '@/api/import_types'
import { sendFile } from '@/api/imports'
import { IconFileSpreadsheet } from '@/kit/icons'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import classes from './drop_file.module.css'

const accepted = '.csv,.tsv,.txt,.xlsx,.xlsm,.ods,.zip'

interface DropFileProps {
  onReceived: (file: ReceivedFile) => void
  onLeftOut: (names: string[]) => void // what was dropped together with it
}

export function DropFile({ onReceived, onLeftOut }: DropFileProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef(() => {})

  const take = (file: File | null | undefined, others: File[] = []) => {
    if (!file) return
    onLeftOut(others.map(({ name }) => name))
    setError(null)
    setSending({ name: file.name, part: 0 })
    const sent = sendFile(file, (part) => setSending({ name: file.name, part }))
    stop.current = sent.stop
    sent.answer.then(onReceived, setError).finally(() => setSending(null))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [first, ...others] = event.dataTransfer.files
    take(first, others)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same by keyboard
    <div
      className={classes.place}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack align="center" gap="sm" w="100%" maw={480}>
        <IconFileSpreadsheet size={44} stroke={1.2} aria-hidden />
        {sending ? (
          <>
            <Text fw={600}>{t('import.sending', { name: sending.name })}</Text>
            <Progress
              w="100%"
              value={sending.part * 100}
              aria-label={t('import.sending', { name: sending.name })}
            />
            <Group gap="sm">
              <Text size="sm" c="dimmed">
                {formats.percent(sending.part)}
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  stop.current()
                  setSending(null)
                }}
              >
                {t('kit.cancel')}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text fw={600} ta="center">
              {t('import.drop')}
            </Text>
            <Text size="sm" c="dimmed" ta="center">
              {t('import.drop_hint')}
            </Text>
            <FileButton
              onChange={(file) => take(file)}
              accept={accepted}
              inputProps={{ 'aria-label': t('import.pick') }}
            >
              {(button) => <Button {...button}>{t('import.pick')}</Button>}
            </FileButton>
          </>
        )}
        <ProblemMessage error={error} />
      </Stack>
    </div>
  )
}
