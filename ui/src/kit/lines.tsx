// SPDX-License-Identifier: Apache-2.0
import { List, Stack, Text } from '@mantine/core'

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

// A text whose lines are points of a list.
export function LinesAsList({ text }: { text: string }) {
  const lines = linesOf(text)
  if (lines.length === 0) return null
  return (
    <List spacing={4} dir="auto">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  )
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <Stack gap="xs">
      {linesOf(text).map((line) => (
        <Text key={line} maw={720} dir="auto">
          {line}
        </Text>
      ))}
    </Stack>
  )
}
