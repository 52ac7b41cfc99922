// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import type { Arrangement } from '@/api/arrangements'
import { useRecord } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import { About } from './about'
import { ArrangementActions } from './arrangement_actions'
import { type ArrangementData, useArrangementData } from './arrangement_data'
import { ArrangementHistory } from './arrangement_history'
import { CountedTabs } from './counted_tabs'
import { Documents } from './documents'
import { isOverrun } from './filtering'
import { OpenParts } from './open_parts'
import { Reviews } from './reviews'
import { StatusTag } from './status_tag'
import { Work } from './work'

const tabs = ['about', 'actions', 'reviews', 'documents', 'history'] as const
const panels = {
  about: About,
  actions: ArrangementActions,
  reviews: Reviews,
  documents: Documents,
  history: ArrangementHistory,
}

export interface TabProps {
  arrangement: Arrangement
  data: ArrangementData
}

export function Page() {
  const { id = '' } = useParams()
  return <ArrangementPage key={id} id={id} />
}

function ArrangementPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const names = useNames()
  const record = useRecord<Arrangement>('arrangements', id)
  const data = useArrangementData(id)
  const counts = {
    actions: data.ofFamily.length,
    reviews: data.reviews.data?.length,
    documents: data.documents.data?.length,
  }
  return (
    <PageFrame
      title={record.data ? names.text(record.data.title) : t('navigation.arrangements')}
      lead={record.data && <Lead arrangement={record.data} />}
      actions={record.data && <Work arrangement={record.data} data={data} />}
    >
      <Answer query={record}>
        {(arrangement) => (
          <>
            <OpenParts arrangement={arrangement} data={data} />
            <CountedTabs tabs={tabs} counts={counts}>
              {(tab) => {
                const Tab = panels[tab]
                return <Tab arrangement={arrangement} data={data} />
              }}
            </CountedTabs>
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

function Lead({ arrangement }: { arrangement: Arrangement }) {
  const names = useNames()
  const coordinates = useMay('coordinator')
  const words = [
    arrangement.short_title,
    names.code('form', arrangement.form),
    names.code('level', arrangement.level),
  ]
  return (
    <>
      <Group gap="xs">
        <StatusTag status={arrangement.status} />
        <Text span>{words.filter(Boolean).join(' · ')}</Text>
      </Group>
      {coordinates && isOverrun(arrangement, today()) && <Overrun id={arrangement.id} />}
    </>
  )
}

function Overrun({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <Text size="sm" mt={4}>
      {t('arrangements.end_passed')}{' '}
      <Anchor component={Link} to={`/records/arrangements/${id}`} underline="always">
        {t('records.edit')}
      </Anchor>
    </Text>
  )
}
