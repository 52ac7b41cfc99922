// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LikelySource } from '@/api/import_types'
import { useNames } from '@/state/names'

interface LikenessProps {
  likely: LikelySource[]
  source: string // the one that is chosen
  onChoose: (source: string) => void
  onRead?: () => void // absent: something must be settled yet
}

// From which source the file seems to come, and how many of its columns are known from there.
export function Likeness({ likely, source, onChoose, onRead }: LikenessProps) {
  const { t } = useTranslation()
  const names = useNames()
  const chosen = likely.find((one) => one.source === source)
  const others = source ? [] : likely
  if (!chosen && others.length === 0) return null
  const told = (one: LikelySource) => ({
    source: names.source(one.source),
    matching: one.matching,
    columns: one.columns,
  })
  return (
    <Alert variant="light" title={t(chosen ? 'import.known_source' : 'import.looks_like')}>
      {chosen && (
        <Group gap="sm" justify="space-between">
          <Text size="sm">
            {t(
              chosen.matching < chosen.columns ? 'import.partly_known' : 'import.all_known',
              told(chosen),
            )}
          </Text>
          {onRead && chosen.matching === chosen.columns && (
            <Button size="compact-sm" onClick={onRead}>
              {t('import.read_now')}
            </Button>
          )}
        </Group>
      )}
      <Stack gap="xs">
        {others.map((one) => (
          <Group key={one.source} gap="sm">
            <Text size="sm">{t('import.likely', told(one))}</Text>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('import.use_columns_of', { source: names.source(one.source) })}
              onClick={() => onChoose(one.source)}
            >
              {t('import.use_columns')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  )
}
