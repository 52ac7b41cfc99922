// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal, Unreachable } from '@/api/problem'
import { ProblemMessage } from './problem_message'

interface AnswerProps<T> {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}

// What the server answered; until then that it is being fetched, or why it could not be.
export function Answer<T>({ query, children }: AnswerProps<T>) {
  const { t } = useTranslation()
  if (query.data !== undefined) return children(query.data)
  // Without a connection nothing is asked; it will be by itself as soon as there is one.
  if (query.fetchStatus === 'paused') return <ProblemMessage error={new Unreachable()} />
  if (query.error)
    return (
      <Stack align="flex-start">
        <ProblemMessage error={query.error} />
        {!isFinal(query.error) && (
          <Button variant="default" onClick={() => query.refetch()}>
            {t('kit.again')}
          </Button>
        )}
      </Stack>
    )
  return (
    <Stack role="status" aria-label={t('kit.loading')} gap="sm">
      <Skeleton height={18} width="40%" />
      <Skeleton height={18} width="85%" />
      <Skeleton height={18} width="70%" />
    </Stack>
  )
}

// A refusal is an answer, unless the server itself is at a loss.
const isFinal = (error: Error) => error instanceof Refusal && error.problem.status < 500
