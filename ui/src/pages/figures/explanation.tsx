// SPDX-License-Identifier: Apache-2.0
import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Query } from '@/api/client'
import type { Contribution, Explanation as Explained } from '@/api/figure_types'
import { useExplanation } from '@/api/figures'
import { Answer } from '@/kit/answer'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { ContributionCard } from './contribution_card'
import { usePersons } from './persons'

export function Explanation({ question }: { question: Query }) {
  const query = useExplanation(question)
  return (
    <Answer query={query}>
      {(explained) => <ExplainedFigure question={question} explained={explained} />}
    </Answer>
  )
}

function ExplainedFigure({ question, explained }: { question: Query; explained: Explained }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const subject = useSubject(explained)
  const numbered = explained.contributions.map((contribution, number) => ({
    contribution,
    question: { ...question, contribution: number },
  }))
  const used = numbered.filter(({ contribution }) => contribution.used)
  const aside = numbered.filter(({ contribution }) => !contribution.used)
  return (
    <Stack gap="lg">
      <Stack gap={2}>
        <Text fz={36} fw={700} lh={1.1} className="numeric">
          {formats.number(explained.figure.count)}
        </Text>
        <Text c="dimmed">{subject}</Text>
      </Stack>
      <Persons explained={explained} />
      <Decision explained={explained} />
      <Contributions title={t('explanation.used')} items={used} />
      {aside.length > 0 && <Contributions title={t('explanation.set_aside')} items={aside} />}
    </Stack>
  )
}

// "Crossings · Darién (Panama) · Mar 2024 · Venezuela"
function useSubject({ figure }: Explained): string {
  const names = useNames()
  const formats = useFormats()
  const words = [
    figure.indicator && names.indicator(figure.indicator),
    figure.place && names.place(figure.place),
    figure.period && formats.period(figure.period),
    figure.origin && figure.origin !== 'all' && names.country(figure.origin),
    figure.sex && figure.sex !== 'all' && names.code('sex', figure.sex),
    figure.age && figure.age !== 'all' && names.code('age_group', figure.age),
    figure.profile && figure.profile !== 'all' && names.code('profile', figure.profile),
  ]
  return words.filter(Boolean).join(' · ')
}

// How many different persons the figure stands for, and why no more is known.
function Persons({ explained: { figure, bounds_text } }: { explained: Explained }) {
  const persons = usePersons()(figure)
  return (
    <Stack gap={2}>
      {persons && <Text fw={600}>{persons}</Text>}
      <Text size="sm" c="dimmed">
        {bounds_text}
      </Text>
    </Stack>
  )
}

function Decision({ explained }: { explained: Explained }) {
  const { t } = useTranslation()
  const names = useNames()
  const { method, rule, ruling, contributions } = explained
  // It names a source, and has no id where that is not shared.
  if (contributions.some(({ used, reason }) => used && reason === 'ruling'))
    return (
      <Text>
        {t('explanation.by_ruling')}{' '}
        {ruling && (
          <Anchor component={Link} to={`/records/rulings/${ruling}`}>
            {t('explanation.open_ruling')}
          </Anchor>
        )}
      </Text>
    )
  if (!method) return <Text>{t('explanation.one_source')}</Text>
  return (
    <Text>
      {t('explanation.by_rule', { method: names.code('rule_method', method) })}{' '}
      {rule && (
        <Anchor component={Link} to={`/records/rules/${rule}`}>
          {t('explanation.open_rule')}
        </Anchor>
      )}
    </Text>
  )
}

interface ContributionsProps {
  title: string
  items: { contribution: Contribution; question: Query }[]
}

function Contributions({ title, items }: ContributionsProps) {
  return (
    <Stack gap="sm">
      <Title order={3}>{title}</Title>
      {items.map(({ contribution, question }) => (
        <ContributionCard
          key={String(question.contribution)}
          contribution={contribution}
          question={question}
        />
      ))}
    </Stack>
  )
}
