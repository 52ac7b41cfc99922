// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import classes from './action_bits.module.css'
import { isAdopted, sinceAdopted } from './adoption'
import { isLate, isLateAsAdopted } from './lateness'

const order = ['done', 'under_way', 'planned', 'dropped'] as const

// Where the actions stand all together, by today's text and by the adopted one.
export function Standing({ actions }: { actions: Action[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const day = today()
  const of = (status: string) => actions.filter((action) => action.status === status).length
  const parts = order.map((status) => ({ status, count: of(status) })).filter(({ count }) => count)
  const late = actions.filter((action) => isLate(action, day)).length
  const lateAsAdopted = actions.filter((action) => isLateAsAdopted(action, day)).length
  const changed = actions.filter((action) => sinceAdopted(action).length > 0).length
  const drafts = actions.filter((action) => !isAdopted(action)).length
  return (
    <Stack gap="xs">
      <div className={classes.parts} aria-hidden>
        {parts.map(({ status, count }) => (
          <span key={status} data-status={status} style={{ flexGrow: count }} />
        ))}
      </div>
      <Text>
        {parts
          .map(({ status, count }) =>
            t('actions.counted', {
              status: names.code('action_status', status),
              number: formats.number(count),
            }),
          )
          .join(' · ')}
      </Text>
      <Group gap="xs">
        {late > 0 && <Tag tone="bad">{t('actions.late_count', { count: late })}</Tag>}
        {lateAsAdopted > 0 && (
          <Tag tone="warning">{t('actions.late_adopted_count', { count: lateAsAdopted })}</Tag>
        )}
        {changed > 0 && <Tag tone="accent">{t('actions.changed_count', { count: changed })}</Tag>}
        {drafts > 0 && <Tag tone="quiet">{t('actions.draft_count', { count: drafts })}</Tag>}
      </Group>
    </Stack>
  )
}
