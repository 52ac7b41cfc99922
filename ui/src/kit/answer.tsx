// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemMessage } from './problem_message'

interface AnswerProps<T> {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}

// What the server answered; until then that it is being fetched, or why it could not be.
export function Answer<T>({ query, children }: AnswerProps<T>) {
  const { t } = useTranslation()
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ProblemMessage error={query.error} />
  return (
    <Stack role="status" aria-label={t('kit.loading')} gap="sm">
      <Skeleton height={18} width="40%" />
      <Skeleton height={18} width="85%" />
      <Skeleton height={18} width="70%" />
    </Stack>
  )
}
