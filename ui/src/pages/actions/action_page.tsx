// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import type { Action, Arrangement, DocumentEntry, Review } from '@/api/arrangements'
import { address } from '@/api/client'
import { useAll, useRecord } from '@/api/records'
import { useKindFields } from '@/api/schema'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { Tag } from '@/kit/tag'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import { ArrangementLink } from '../arrangements/arrangement_link'
import { CountedTabs } from '../arrangements/counted_tabs'
import { Documents } from '../arrangements/documents'
import { Reviews } from '../arrangements/reviews'
import { History } from '../records/history'
import { ActionFacts } from './action_facts'
import { ActionParts } from './action_parts'
import { ActionStatusTag } from './action_status_tag'
import { isLate, isLateAsAdopted } from './lateness'
import { Wording } from './wording'

const tabs = ['about', 'reviews', 'documents', 'history'] as const

export function Page() {
  const { id = '' } = useParams()
  return <ActionPage key={id} id={id} />
}

function ActionPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const names = useNames()
  const record = useRecord<Action>('actions', id)
  const of = { action: id }
  const reviews = useAll<Review>('reviews', true, of)
  const documents = useAll<DocumentEntry>('documents', true, of)
  const arrangement = record.data?.arrangement
  const evidence = useAll<DocumentEntry>('documents', !!arrangement, { arrangement })
  const counts = { reviews: reviews.data?.length, documents: documents.data?.length }
  return (
    <PageFrame
      title={record.data ? names.text(record.data.title) : t('navigation.actions')}
      lead={record.data && <Lead action={record.data} />}
      actions={record.data && <Work action={record.data} />}
    >
      <Answer query={record}>
        {(action) => (
          <CountedTabs tabs={tabs} counts={counts}>
            {(tab) => (
              <>
                {tab === 'about' && <About action={action} />}
                {tab === 'reviews' && <Reviews data={{ of, reviews, documents: evidence }} />}
                {tab === 'documents' && <Documents data={{ of, documents }} />}
                {tab === 'history' && <ActionHistory id={id} />}
              </>
            )}
          </CountedTabs>
        )}
      </Answer>
    </PageFrame>
  )
}

function About({ action }: { action: Action }) {
  return (
    <Stack gap="lg">
      <ActionFacts action={action} />
      <Wording action={action} />
      <ActionParts action={action} />
    </Stack>
  )
}

function Lead({ action }: { action: Action }) {
  const { t } = useTranslation()
  const arrangement = useRecord<Arrangement>('arrangements', action.arrangement)
  return (
    <Group gap="xs">
      <ActionStatusTag status={action.status} />
      {isLate(action, today()) && <Tag tone="bad">{t('actions.late')}</Tag>}
      {!isLate(action, today()) && isLateAsAdopted(action, today()) && (
        <Tag tone="warning">{t('actions.late_as_adopted')}</Tag>
      )}
      {arrangement.data && (
        <Text span>
          <ArrangementLink to={arrangement.data} />
        </Text>
      )}
    </Group>
  )
}

// To change it, and to say more about it.
function Work({ action }: { action: Action }) {
  const { t } = useTranslation()
  const contributes = useMay('contributor')
  if (!contributes) return null
  const { id, arrangement } = action
  const added = (plural: 'reviews' | 'documents') =>
    address(`/records/${plural}/new`, {
      arrangement,
      action: id,
      back: address(`/actions/${id}`, { tab: plural }),
    })
  return (
    <>
      <Button component={Link} to={`/records/actions/${id}?edit=1`} variant="default">
        {t('records.edit')}
      </Button>
      {(['reviews', 'documents'] as const).map((plural) => (
        <Button key={plural} component={Link} to={added(plural)} variant="default">
          {t(`arrangements.add_one.${plural}`)}
        </Button>
      ))}
    </>
  )
}

function ActionHistory({ id }: { id: string }) {
  const schema = useKindFields('actions')
  return (
    <Answer query={schema}>
      {(fields) => (
        <History plural="actions" id={id} fields={[...fields.shown, ...fields.sharing]} />
      )}
    </Answer>
  )
}
