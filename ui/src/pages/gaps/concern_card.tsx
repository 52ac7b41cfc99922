// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Concern, concernSorts, Dismissal } from '@/api/coverage'
import { useAll, useRemove } from '@/api/records'
import { useMay, useMayChange } from '@/api/session'
import { DoerLink } from '@/kit/doer'
import { PartnerLinks } from '@/kit/partner_link'
import { ProblemMessage } from '@/kit/problem_message'
import { Tag, type Tone } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { usePartnerNames } from '@/state/partner_names'

const tones: Record<(typeof concernSorts)[number], Tone> = {
  need_without_action: 'bad',
  action_without_capacity: 'warning',
  mandate_without_presence: 'warning',
  overlap: 'accent',
}

interface ConcernCardProps {
  concern: Concern
  onDismiss: () => void
}

// One gap or overlap: what about, where, since when, and why it is one.
export function ConcernCard({ concern, onDismiss }: ConcernCardProps) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const mayDismiss = useMay('contributor')
  const where = concern.place
    ? names.place(concern.place)
    : t(concern.concern === 'action_without_capacity' ? 'gaps.several_places' : 'gaps.nowhere')
  const what = concern.themes.map((theme) => names.code('theme', theme))
  const month = formats.period(concern.since)
  return (
    <Paper component="article" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Tag tone={tones[concern.concern]}>{names.code('concern_sort', concern.concern)}</Tag>
          <Text size="sm" c="dimmed">
            {t(concern.longer ? 'gaps.since_longer' : 'gaps.since', { month })}
          </Text>
        </Group>
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {what.length > 0 ? `${formats.list(what)} · ${where}` : where}
          {concern.people && ` · ${names.code('population', concern.people)}`}
        </Title>
        <Stack component="ul" gap={4} m={0} ps="lg">
          {concern.reasons.map((reason) => (
            <li key={[reason.reason, reason.text, ...reason.works.map(({ id }) => id)].join(' ')}>
              {reason.text}
              <Works works={reason.works} />
            </li>
          ))}
        </Stack>
        {concern.partners.length > 0 && (
          <Text size="sm">
            <PartnerLinks ids={concern.partners} />
          </Text>
        )}
        {concern.organisations.map((organisation) => (
          <DoerLink key={organisation} partner={null} organisation={organisation} />
        ))}
        {concern.dismissal ? (
          <Dismissed id={concern.dismissal} />
        ) : (
          mayDismiss &&
          !namesNobody(concern) &&
          concern.organisations.length === 0 && (
            <Group>
              <Button variant="default" size="xs" onClick={onDismiss}>
                {t('gaps.dismiss')}
              </Button>
            </Group>
          )
        )}
      </Stack>
    </Paper>
  )
}

// An action that names nobody: whoever dismissed it would dismiss any other of the same place, also
// one that is added later.
const namesNobody = ({ concern, partners }: Concern) =>
  concern === 'action_without_capacity' && partners.length === 0

function Works({ works }: { works: Concern['reasons'][number]['works'] }) {
  const { t } = useTranslation()
  return works.map(({ kind, id, title }) => (
    <Anchor
      key={id}
      component={Link}
      to={`/records/${kind}/${id}`}
      size="sm"
      ms={6}
      aria-label={t('gaps.open_named', { name: title })}
    >
      {t('gaps.open')}
    </Anchor>
  ))
}

// Who found it to be none and why; whoever may, takes that back.
function Dismissed({ id }: { id: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data } = useAll<Dismissal>('dismissals')
  const remove = useRemove('dismissals')
  const partnerName = usePartnerNames()
  const mayChange = useMayChange()
  const dismissal = data?.find((each) => each.id === id)
  if (!dismissal) return null
  const name = partnerName(dismissal.owner ?? '')
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm">
        <b>{name ? t('gaps.dismissed_by', { name }) : t('gaps.dismissed')}</b> {dismissal.note}{' '}
        {dismissal.until && t('gaps.until', { day: formats.day(dismissal.until) })}
      </Text>
      <ProblemMessage error={remove.error} />
      {mayChange(dismissal.owner) && (
        <Button
          variant="default"
          size="xs"
          loading={remove.isPending}
          onClick={() => remove.mutate({ id, version: dismissal.version })}
        >
          {t('gaps.undismiss')}
        </Button>
      )}
    </Stack>
  )
}
