// SPDX-License-Identifier: Apache-2.0
import { Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { today } from '@/state/today'
import classes from './action_bits.module.css'
import { sinceAdopted } from './adoption'
import { isLate, isLateAsAdopted } from './lateness'

// By when; where that was put off since it was adopted, both dates and whether each has passed.
export function Due({ action }: { action: Action }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { due, adopted } = action
  const isMoved = sinceAdopted(action).includes('due')
  if (!due && !isMoved) return null
  return (
    <Stack gap={2} align="flex-start">
      <Group gap={6}>
        <span>{due ? formats.period(due) : t('actions.no_due')}</span>
        {isLate(action, today()) && <Tag tone="bad">{t('actions.late')}</Tag>}
      </Group>
      {isMoved && (
        <Group gap={6}>
          <span className={classes.quiet}>
            {adopted.due
              ? t('actions.adopted_due', { when: formats.period(adopted.due) })
              : t('actions.adopted_no_due')}
          </span>
          {isLateAsAdopted(action, today()) && <Tag tone="warning">{t('actions.late')}</Tag>}
        </Group>
      )}
    </Stack>
  )
}
