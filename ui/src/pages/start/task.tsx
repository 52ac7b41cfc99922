// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Stack, Text, ThemeIcon } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import classes from './start.module.css'

interface TaskProps {
  icon: ReactNode
  what: string
  detail: string
  to: string
  action: string
}

// One thing to do: what, why, and where it is done.
export function Task({ icon, what, detail, to, action }: TaskProps) {
  return (
    <li className={classes.task}>
      <ThemeIcon variant="light" radius="xl" size="lg" aria-hidden>
        {icon}
      </ThemeIcon>
      <Stack gap={0} flex={1} miw={0}>
        <Anchor component={Link} to={to} c="var(--ink)" fw={600} className={classes.what}>
          {what}
        </Anchor>
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
      </Stack>
      <Button component={Link} to={to} variant="default" size="xs" tabIndex={-1} aria-hidden>
        {action}
      </Button>
    </li>
  )
}
