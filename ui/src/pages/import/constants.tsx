// SPDX-License-Identifier: Apache-2.0
import { Button, Collapse, Group, SimpleGrid, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { SettingPart, Settings } from '@/api/import_types'
import {
  type Draft,
  fieldOf,
  isOfActivities,
  missingFrom,
  reportFieldOf,
  withoutBlanks,
} from './mapping_draft'
import { SettingField } from './settings_fields'

interface ConstantsProps {
  draft: Draft
  onChange: (draft: Draft) => void
}

const seldom: SettingPart[] = ['origin', 'sex', 'age', 'profile']

// What holds for every row: asked for where no column says it. Of an activity sheet that is its
// country, and the year of months without one.
export function Constants({ draft, onChange }: ConstantsProps) {
  const { t } = useTranslation()
  const [opened, { toggle }] = useDisclosure(seldom.some((part) => draft.set?.[part]))
  const lacks = (part: SettingPart) => !draft.columns.some((line) => fieldOf(line) === part)
  const change = (set: Settings) =>
    onChange({ ...draft, set: withoutBlanks({ ...draft.set, ...set }) })
  const reports = isOfActivities(draft)
  const isReported = (field: 'country' | 'year') =>
    draft.columns.some((line) => reportFieldOf(line) === field)
  const isUndated = reports
    ? !isReported('year')
    : !!draft.period || missingFrom(draft).includes('period')
  const isPlaceless = reports ? !isReported('country') : lacks('place')
  const more = reports ? [] : seldom.filter(lacks)
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {!reports && lacks('indicator') && (
          <SettingField
            part="indicator"
            label={t('import.indicator_of_all')}
            description={t('import.indicator_hint')}
            value={draft.set?.indicator ?? ''}
            onChange={(indicator) => change({ indicator })}
          />
        )}
        {isPlaceless && (
          <SettingField
            part="place"
            label={t('import.place_of_all')}
            description={t('import.place_hint')}
            value={draft.set?.place ?? ''}
            onChange={(place) => change({ place })}
          />
        )}
        {isUndated && (
          <SettingField
            part="period"
            label={t('import.period_of_all')}
            value={draft.period ?? ''}
            onChange={(period) => onChange({ ...draft, period: period || undefined })}
          />
        )}
      </SimpleGrid>
      {more.length > 0 && (
        <>
          <Group>
            <Button variant="subtle" size="compact-sm" aria-expanded={opened} onClick={toggle}>
              {t('import.more_constants')}
            </Button>
          </Group>
          <Collapse in={opened}>
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
              {more.map((part) => (
                <SettingField
                  key={part}
                  part={part}
                  value={draft.set?.[part] ?? ''}
                  onChange={(word) => change({ [part]: word })}
                />
              ))}
            </SimpleGrid>
          </Collapse>
        </>
      )}
    </Stack>
  )
}
