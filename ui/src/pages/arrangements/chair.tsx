// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Turn, useChair } from '@/api/arrangements'
import { Answer } from '@/kit/answer'
import { DataTable } from '@/kit/data_table'
import { Panel } from '@/kit/panel'
import { PartnerLink } from '@/kit/partner_link'
import { useFormats } from '@/state/formats'
import { usePartnerNames } from '@/state/partner_names'
import { today } from '@/state/today'
import type { TabProps } from './arrangement_page'
import { chairSentence } from './chair_sentence'

// Where the chair rotates: who has it on a day, today unless another is asked for, and who is next.
export function Chair({ arrangement }: TabProps) {
  const { t } = useTranslation()
  const [on, setOn] = useState(today)
  const chair = useChair(arrangement.id, on, arrangement.chair_months !== null && on !== '')
  const partnerName = usePartnerNames()
  const formats = useFormats()
  if (arrangement.chair_months === null) return null
  return (
    <Panel
      title={t('chair.title')}
      lead={t('chair.lead', {
        months: arrangement.chair_months,
        renewable: String(arrangement.chair_renewable),
      })}
    >
      <TextInput
        type="date"
        label={t('chair.on')}
        value={on}
        maw={220}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      {on !== '' && (
        <Answer query={chair}>
          {(answer) => (
            <Stack gap="sm">
              <Text fw={600} aria-live="polite">
                {chairSentence(answer, partnerName, formats, t)}
              </Text>
              {answer.next.length > 0 && <NextTurns turns={answer.next} />}
            </Stack>
          )}
        </Answer>
      )}
    </Panel>
  )
}

function NextTurns({ turns }: { turns: Turn[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <DataTable
      label={t('chair.next')}
      rows={turns}
      rowKey={({ membership, begins }) => membership + begins}
      columns={[
        {
          key: 'partner',
          label: t('chair.next'),
          cell: (turn) => <PartnerLink id={turn.partner} />,
        },
        {
          key: 'from',
          label: t('chair.from'),
          short: true,
          cell: (turn) => turn.begins && formats.day(turn.begins),
        },
        {
          key: 'to',
          label: t('chair.to'),
          short: true,
          cell: (turn) => turn.ends && formats.day(turn.ends),
        },
      ]}
    />
  )
}
