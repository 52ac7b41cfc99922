// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type DocumentEntry, type Review, reviewFindings } from '@/api/arrangements'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { EditLink } from '@/kit/edit_link'
import { Empty } from '@/kit/empty'
import { Paragraphs } from '@/kit/lines'
import { ListDownload } from '@/kit/list_download'
import { Panel } from '@/kit/panel'
import { PartnerLink } from '@/kit/partner_link'
import { DocumentLinks } from '@/pages/documents/document_links'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import type { ArrangementData } from './arrangement_data'

type ReviewsProps = {
  data: Pick<ArrangementData, 'of' | 'reviews' | 'documents'> &
    Partial<Pick<ArrangementData, 'actions'>>
}

// What was found, by sort: what went well first; and about which of several actions.
export function Reviews({ data }: ReviewsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const titles = new Map(data.actions?.data?.map(({ id, title }) => [id, names.text(title)]))
  return (
    <Answer query={data.reviews}>
      {(reviews) =>
        reviews.length === 0 ? (
          <Empty title={t('arrangements.no_reviews')}>{t('arrangements.no_reviews_lead')}</Empty>
        ) : (
          <Stack gap="lg">
            <Group justify="flex-end">
              <ListDownload plural="reviews" filter={data.of} of={t('arrangements.tabs.reviews')} />
            </Group>
            {reviewFindings.map((finding) => {
              const those = reviews.filter((each) => each.finding === finding)
              if (those.length === 0) return null
              return (
                <Panel key={finding} title={t(`arrangements.findings.${finding}`)}>
                  {those.map((review) => (
                    <Finding
                      key={review.id}
                      review={review}
                      evidence={data.documents.data?.filter((each) => each.review === review.id)}
                      action={review.action ? titles.get(review.action) : undefined}
                    />
                  ))}
                </Panel>
              )
            })}
          </Stack>
        )
      }
    </Answer>
  )
}

interface FindingProps {
  review: Review
  evidence?: DocumentEntry[]
  action?: string
}

function Finding({ review, evidence = [], action }: FindingProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const mayChange = useMay('contributor')
  const text = names.text(review.text)
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2}>
        <Paragraphs text={text} />
        <Group gap="xs" c="dimmed" fz="sm">
          {review.author && <PartnerLink id={review.author} />}
          {review.dated && <span>{formats.period(review.dated)}</span>}
          {action && <span>{t('arrangements.about_action', { action })}</span>}
        </Group>
        {review.evidence && (
          <Text size="sm" c="dimmed" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {review.evidence}
          </Text>
        )}
        <DocumentLinks documents={evidence} />
      </Stack>
      {mayChange && <EditLink plural="reviews" id={review.id} name={text.slice(0, 60)} />}
    </Group>
  )
}
