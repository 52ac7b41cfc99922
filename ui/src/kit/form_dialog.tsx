// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemMessage } from './problem_message'

interface FormDialogProps {
  opened: boolean
  onClose: () => void
  title: string
  consequence: ReactNode // what will follow
  submit: string
  error: unknown
  pending: boolean
  onSubmit: () => void
  children: ReactNode
}

// Asks for what an act needs, and says what it does before it is done.
export function FormDialog(props: FormDialogProps) {
  const { opened, onClose, title, consequence, submit, error, pending, onSubmit, children } = props
  const { t } = useTranslation()
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('kit.close') }}
    >
      <Stack component="form" onSubmit={send}>
        <Text component="div" c="dimmed">
          {consequence}
        </Text>
        {children}
        <ProblemMessage error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
