// SPDX-License-Identifier: Apache-2.0
import { Button, Code, CopyButton, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface ShownOnceProps {
  text: string
  onDone: () => void
}

// A secret that the server gives once: to be copied, and then put out of sight.
export function ShownOnce({ text, onDone }: ShownOnceProps) {
  const { t } = useTranslation()
  return (
    <Stack role="status" maw={560}>
      <Code block dir="ltr">
        {text}
      </Code>
      <Group>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'account.copied' : 'account.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('account.kept_safe')}</Button>
      </Group>
    </Stack>
  )
}
