// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fileAddress } from '@/api/imports'
import type { Batch } from '@/api/types'
import { IconDownload, IconLock } from '@/kit/icons'
import { useAboutPersons } from './about_persons'

// The file as it came, or why it is not for the reader.
export function ReceivedFile({ batch }: { batch: Batch }) {
  const { t } = useTranslation()
  const { isKnown, isWithheld } = useAboutPersons(batch.id)
  if (!isKnown) return null
  if (isWithheld)
    return (
      <Group gap="xs" wrap="nowrap" align="flex-start" maw={420}>
        <IconLock size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
        <Text size="sm">{t('import.file_withheld')}</Text>
      </Group>
    )
  return (
    <Button
      component="a"
      href={fileAddress(batch.id)}
      download
      variant="default"
      leftSection={<IconDownload size={18} stroke={1.6} />}
    >
      {t('import.as_received')}
    </Button>
  )
}
