// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

// Nothing here yet: says so, and what can be done about it.
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <Text fw={600}>{title}</Text>
      {children && (
        <Text component="div" c="dimmed" maw={480}>
          {children}
        </Text>
      )}
    </Stack>
  )
}
