// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PagerProps {
  first: number // of the rows shown, counted from 1
  last: number
  total: number
  onBack?: () => void // absent: there is no page before
  onNext?: () => void
}

export function Pager({ first, last, total, onBack, onNext }: PagerProps) {
  const { t } = useTranslation()
  if (total === 0) return null
  return (
    <Group justify="space-between" component="nav" aria-label={t('kit.pages')}>
      <Text size="sm" c="dimmed" aria-live="polite">
        {t('kit.range', { first, last, total })}
      </Text>
      {(onBack || onNext) && (
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={!onBack} onClick={onBack}>
            {t('kit.back')}
          </Button>
          <Button variant="default" size="xs" disabled={!onNext} onClick={onNext}>
            {t('kit.next')}
          </Button>
        </Group>
      )}
    </Group>
  )
}
