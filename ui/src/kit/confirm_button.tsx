// SPDX-License-Identifier: Apache-2.0
import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemMessage } from './problem_message'

interface ConfirmButtonProps extends ButtonProps {
  label: string // of the button, and of the one in the dialog that does it
  question: string
  consequence: ReactNode
  version?: number // of the record that is asked about
  act: (version: number) => Promise<unknown> // on the record as it was when the question was put
  error?: unknown
  pending?: boolean
  danger?: boolean
}

// Asks before it acts, and says what will follow.
export function ConfirmButton(props: ConfirmButtonProps) {
  const {
    label,
    question,
    consequence,
    version = 0,
    act,
    error,
    pending,
    danger,
    ...button
  } = props
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const [seen, setSeen] = useState(version)
  const ask = () => {
    setSeen(version)
    open()
  }
  return (
    <>
      <Button {...button} onClick={ask}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={question}
        centered
        closeButtonProps={{ 'aria-label': t('kit.close') }}
      >
        <Stack>
          <Text component="div">{consequence}</Text>
          <ProblemMessage error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button
              color={danger ? 'red' : undefined}
              loading={pending}
              data-autofocus
              onClick={() => act(seen).then(close, () => {})}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
