// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import type { InfiniteData, UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { useLabels } from '@/api/labels'
import { type Hit, useSearch } from '@/api/search'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { kindLabel, pageOf } from './kind_words'
import classes from './results.module.css'

export function Results({ text, kind }: { text: string; kind: string }) {
  const { t } = useTranslation()
  const found = useSearch(text, kind)
  return (
    <Answer query={found as UseQueryResult<InfiniteData<{ items: Hit[] }>>}>
      {({ pages }) => {
        const hits = pages.flatMap(({ items }) => items)
        if (hits.length === 0)
          return <Empty title={t('search.none', { text })}>{t('search.none_lead')}</Empty>
        return (
          <Stack gap="lg" align="flex-start" aria-busy={found.isPlaceholderData}>
            <ol className={classes.hits} aria-label={t('search.results', { text })}>
              {hits.map((hit) => (
                <HitItem key={hit.id} hit={hit} />
              ))}
            </ol>
            {found.hasNextPage && (
              <Button
                variant="default"
                loading={found.isFetchingNextPage}
                onClick={() => found.fetchNextPage()}
              >
                {t('search.more')}
              </Button>
            )}
          </Stack>
        )
      }}
    </Answer>
  )
}

function HitItem({ hit }: { hit: Hit }) {
  const labels = useLabels()
  const formats = useFormats()
  const label = kindLabel(labels, hit.kind)
  return (
    <li className={classes.hit}>
      <Group gap="sm">
        <Anchor component={Link} to={pageOf(hit.kind, hit.id)} fw={600} dir="auto">
          {hit.title || label}
        </Anchor>
        <Tag tone="quiet">{label}</Tag>
        <Text size="sm" c="dimmed">
          {formats.day(hit.updated_at)}
        </Text>
      </Group>
      <Text component="p" className={classes.excerpt} dir="auto">
        {hit.excerpt.map(({ text, found }, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
          found ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
        )}
      </Text>
    </li>
  )
}
