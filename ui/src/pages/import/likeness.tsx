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

// Nothing is remembered of its columns, or nothing of that is here.
const isByName = ({ matching }: LikelySource) => matching === 0
const isAllKnown = ({ matching, columns }: LikelySource) => columns > 0 && matching === columns

function titleOf(chosen: LikelySource | undefined) {
  if (!chosen) return 'import.looks_like'
  return isByName(chosen) ? 'import.known_name' : 'import.known_source'
}

function sentenceOf(chosen: LikelySource) {
  if (isByName(chosen)) return 'import.known_name_alone'
  return isAllKnown(chosen) ? 'import.all_known' : 'import.partly_known'
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
    <Alert variant="light" title={t(titleOf(chosen))}>
      {chosen && (
        <Group gap="sm" justify="space-between">
          <Text size="sm">{t(sentenceOf(chosen), told(chosen))}</Text>
          {onRead && isAllKnown(chosen) && (
            <Button size="compact-sm" onClick={onRead}>
              {t('import.read_now')}
            </Button>
          )}
        </Group>
      )}
      <Stack gap="xs">
        {others.map((one) => (
          <Group key={one.source} gap="sm">
            <Text size="sm">
              {t(isByName(one) ? 'import.likely_by_name' : 'import.likely', told(one))}
            </Text>
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
