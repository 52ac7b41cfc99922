// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'
import classes from './page.module.css'

interface PageProps {
  tabs?: ReactNode // to the pages beside this one
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

// The frame of every page: its title in the tab and as the heading, which takes the focus when
// the reader comes here from another page, so that a screen reader starts at the right place.
export function PageFrame({ tabs, title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()
  const isFollowed = useNavigationType() === 'PUSH'
  useEffect(() => {
    document.title = `${title} · Tenpoint`
  }, [title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arriving at the page
  useEffect(() => {
    if (key !== 'default') heading.current?.focus({ preventScroll: true })
  }, [])
  // A link may lead on within the page, and be gone with what it stood in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that a link was followed
  useEffect(() => {
    if (isFollowed && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true })
  }, [key])
  return (
    <Stack gap="xl" className={classes.page}>
      {tabs}
      <Group justify="space-between" align="flex-end" gap="md">
        <Stack gap={6} className={classes.head}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {lead && (
            <Text component="div" c="dimmed" maw={680}>
              {lead}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}
