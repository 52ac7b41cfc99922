// SPDX-License-Identifier: Apache-2.0
import { Radio, Stack, Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

export type Side = 'theirs' | 'yours'

interface ClashChoiceProps {
  label: string // what both have changed
  theirs: ReactNode
  yours: ReactNode
  chosen: Side | undefined
  onChoose: (side: Side) => void
}

// What others wrote beside what oneself wrote, of which one is chosen before the form is sent.
export function ClashChoice({ label, chosen, onChoose, ...sides }: ClashChoiceProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <Radio.Group
      name={name}
      label={label}
      value={chosen ?? ''}
      onChange={(side) => onChoose(side as Side)}
    >
      <Stack gap="xs" mt={4}>
        {(['theirs', 'yours'] as const).map((side) => (
          <Radio
            key={side}
            value={side}
            required
            label={
              <>
                <Text span size="sm" c="dimmed" display="block">
                  {t(`kit.${side}`)}
                </Text>
                {sides[side]}
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
