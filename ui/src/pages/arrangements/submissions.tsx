// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Arrangement, DocumentEntry, Submission } from '@/api/arrangements'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { AddLink } from '@/kit/add_link'
import { EditLink } from '@/kit/edit_link'
import { Paragraphs } from '@/kit/lines'
import { Panel } from '@/kit/panel'
import { Tag } from '@/kit/tag'
import { DocumentLinks } from '@/pages/documents/document_links'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import type { TabProps } from './arrangement_page'
import { counterpartOf } from './family'

// What the arrangement and others, its counterpart mostly, put to each other. Nothing is shown where
// there is neither.
export function Submissions({ arrangement, data }: TabProps) {
  const { t } = useTranslation()
  const { id } = arrangement
  const put = useAll<Submission>('submissions', true, { arrangement: id }).data ?? []
  const received = useAll<Submission>('submissions', true, { to: id }).data ?? []
  const counterpart = counterpartOf(arrangement, data.all)
  if (!counterpart && put.length + received.length === 0) return null
  const given = { arrangement: id, ...(counterpart && { to: counterpart.id }) }
  return (
    <Panel
      title={t('arrangements.submissions.title')}
      actions={
        <AddLink
          plural="submissions"
          given={{ ...given, back: `/arrangements/${id}` }}
          label={t('arrangements.add_one.submissions')}
        />
      }
    >
      {put.length + received.length === 0 && (
        <Text c="dimmed">{t('arrangements.submissions.none')}</Text>
      )}
      <Those title={t('arrangements.submissions.by')} those={put} all={data.all} other="to" />
      <Those
        title={t('arrangements.submissions.to')}
        those={received}
        all={data.all}
        other="arrangement"
      />
    </Panel>
  )
}

interface ThoseProps {
  title: string
  those: Submission[]
  all: Arrangement[]
  other: 'to' | 'arrangement' // the one whose page this is not
}

// The newest first.
function Those({ title, those, all, other }: ThoseProps) {
  if (those.length === 0) return null
  const sorted = [...those].sort((a, b) => b.submitted_on.localeCompare(a.submitted_on))
  return (
    <Stack gap="sm">
      <Title order={3}>{title}</Title>
      {sorted.map((each) => (
        <Entry
          key={each.id}
          submission={each}
          other={all.find(({ id }) => id === each[other])}
          isPut={other === 'to'}
        />
      ))}
    </Stack>
  )
}

interface EntryProps {
  submission: Submission
  other?: Arrangement
  isPut: boolean
}

function Entry({ submission, other, isPut }: EntryProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const mayChange = useMay('contributor')
  const { id, submitted_on } = submission
  const documents = useAll<DocumentEntry>('documents', true, { submission: id })
  const title = names.text(submission.title)
  const name = other && names.text(other.title)
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={4} miw={0}>
        <Anchor component={Link} to={`/records/submissions/${id}`} fw={600}>
          <bdi>{title}</bdi>
        </Anchor>
        <Text size="sm" c="dimmed">
          {formats.period(submitted_on)}
          {name && ` · ${t(`arrangements.submissions.${isPut ? 'put_to' : 'put_by'}`, { name })}`}
        </Text>
        <Paragraphs text={names.text(submission.text)} />
        <Answered submission={submission} />
        <DocumentLinks documents={documents.data ?? []} />
      </Stack>
      {mayChange && <EditLink plural="submissions" id={id} name={title} />}
    </Group>
  )
}

function Answered({ submission: { answer, answered_on } }: { submission: Submission }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const text = names.text(answer)
  if (!text)
    return (
      <div>
        <Tag tone="warning">{t('arrangements.submissions.open')}</Tag>
      </div>
    )
  const when = answered_on && formats.period(answered_on)
  return (
    <>
      <Text size="sm" fw={600}>
        {when
          ? t('arrangements.submissions.answered_on', { when })
          : t('arrangements.submissions.answered')}
      </Text>
      <Paragraphs text={text} />
    </>
  )
}
