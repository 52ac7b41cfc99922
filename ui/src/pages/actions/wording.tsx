// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { DataTable } from '@/kit/data_table'
import { Panel } from '@/kit/panel'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { isRightToLeft, languageNames } from '@/state/language'
import { useNames } from '@/state/names'
import {
  type AdoptedMember,
  adoptedMembers,
  differingLanguages,
  isAdopted,
  sinceAdopted,
  textIn,
  type Value,
} from './adoption'

// The text as it was adopted beside today's.
export function Wording({ action }: { action: Action }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const formats = useFormats()
  const written = useWritten()
  if (!isAdopted(action))
    return (
      <Panel title={t('actions.wording')}>
        <Text c="dimmed">{t('actions.not_adopted')}</Text>
      </Panel>
    )
  const { adopted } = action
  const changed = sinceAdopted(action)
  const rows = adoptedMembers.filter(
    (name) => written(name, adopted[name]) || written(name, action[name]),
  )
  return (
    <Panel
      title={t('actions.wording')}
      lead={t('actions.wording_lead', {
        when: adopted.on ? formats.day(adopted.on) : '',
        count: changed.length,
      })}
    >
      <DataTable
        stacks
        label={t('actions.wording')}
        rows={rows}
        rowKey={(name) => name}
        columns={[
          {
            key: 'member',
            label: t('records.field'),
            cell: (name) => (
              <>
                {labels.kinds.action?.[name] ?? name}{' '}
                {changed.includes(name) && <Tag tone="warning">{t('actions.changed')}</Tag>}
              </>
            ),
          },
          {
            key: 'adopted',
            label: t('actions.adopted'),
            cell: (name) => <Side member={name} value={adopted[name]} other={action[name]} />,
          },
          {
            key: 'today',
            label: t('actions.today'),
            cell: (name) => <Side member={name} value={action[name]} other={adopted[name]} />,
          },
        ]}
      />
    </Panel>
  )
}

// One side of the comparison. A text that changed is shown in the languages in which it differs: in
// the reader's own both may read the same.
function Side({ member, value, other }: { member: AdoptedMember; value: Value; other: Value }) {
  const { t } = useTranslation()
  const written = useWritten()
  const differing = differingLanguages(value, other)
  if (differing.length === 0) return written(member, value) || t('actions.adopted_empty')
  return (
    <>
      {differing.map((language) => (
        <Text
          key={language}
          size="sm"
          lang={language}
          dir={isRightToLeft(language) ? 'rtl' : 'ltr'}
        >
          {languageNames[language]}: {textIn(value, language) || '–'}
        </Text>
      ))}
    </>
  )
}

// A member's value as it is read; empty for none.
function useWritten() {
  const names = useNames()
  const formats = useFormats()
  return (member: AdoptedMember, value: Value): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'number') return formats.number(value)
    if (typeof value === 'object') return names.text(value)
    return member === 'begins' || member === 'due' ? formats.period(value) : value
  }
}
