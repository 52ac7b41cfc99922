// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { isMoreOpen, type Openness } from '@/api/openness'
import { type AnyRecord, type Plural, useAll, useChange } from '@/api/records'
import { useMay, useSession } from '@/api/session'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useRecordName } from '../records/record_name'
import type { TabProps } from './arrangement_page'

const most = 8 // that are named

// What belongs to an arrangement that is for few and may be read by more. Nothing is shown where
// there is none, and to those who cannot do anything about it.
export function OpenParts({ arrangement, data }: TabProps) {
  const { t } = useTranslation()
  const recordName = useRecordName()
  const coordinates = useMay('coordinator')
  const isMine = useIsMine()
  const narrow = useChange('arrangements')
  const { id, version, visibility, shared_with } = arrangement
  const { data: put = [] } = useAll<AnyRecord>('submissions', true, { arrangement: id })
  const { data: received = [] } = useAll<AnyRecord>('submissions', true, { to: id })
  const open = partsOf(data, [...put, ...received]).filter(({ record }) =>
    isMoreOpen(record, arrangement),
  )
  if (!coordinates || open.length === 0) return null
  const isAnyMine = open.some(({ record }) => isMine(record))
  const value = { visibility, ...(visibility === 'restricted' && { shared_with }) }
  return (
    <Panel
      title={t('arrangements.open_parts', { count: open.length })}
      lead={t('arrangements.open_parts_lead')}
    >
      <Stack gap="xs" align="flex-start">
        <Group component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
          {open.slice(0, most).map(({ plural, record }) => (
            <li key={record.id}>
              <Anchor component={Link} to={`/records/${plural}/${record.id}`} underline="always">
                {recordName(record)}
              </Anchor>
            </li>
          ))}
        </Group>
        {isAnyMine && (
          <Button
            variant="default"
            loading={narrow.isPending}
            onClick={() => narrow.mutate({ id, version, value })}
          >
            {t('arrangements.close_parts')}
          </Button>
        )}
        <ProblemMessage error={narrow.error} />
      </Stack>
    </Panel>
  )
}

// Who may read a record its owner's people say, and administrators.
function useIsMine() {
  const { data: session } = useSession()
  const administrates = useMay('administrator')
  return ({ owner }: Openness) => administrates || !owner || owner === session?.partner.id
}

function partsOf(
  { family, memberships, agreements, ofFamily, reviews, documents }: TabProps['data'],
  submissions: AnyRecord[],
) {
  const of = (plural: Plural, records: readonly object[] | undefined) =>
    (records ?? []).map((record) => ({ plural, record: record as AnyRecord }))
  return [
    ...of('arrangements', family.slice(1)),
    ...of('memberships', memberships.data),
    ...of('agreements', agreements.data),
    ...of('actions', ofFamily),
    ...of('reviews', reviews.data),
    ...of('submissions', submissions),
    ...of('documents', documents.data),
  ]
}
