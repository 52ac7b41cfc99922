// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text } from '@mantine/core'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

export function Deaths({ deaths }: { deaths: { place: string; count: number }[] }) {
  const names = useNames()
  const formats = useFormats()
  return (
    <Group gap="xl" align="flex-start">
      {deaths.map(({ place, count }) => (
        <Stack key={place} gap={0}>
          <Text fz={28} fw={700} lh={1.2} className="numeric">
            {formats.number(count)}
          </Text>
          <Text size="sm" c="dimmed">
            {names.place(place)}
          </Text>
        </Stack>
      ))}
    </Group>
  )
}
