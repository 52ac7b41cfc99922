// SPDX-License-Identifier: Apache-2.0
import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Sharing, sharings } from '@/api/import_types'

interface SharingChoiceProps {
  value: Sharing
  onChange: (sharing: Sharing) => void
  label: string
}

// Whether a file is shared, counts in joint figures only, or is kept; each with what follows.
export function SharingChoice({ value, onChange, label }: SharingChoiceProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => onChange(sharings.find((each) => each === chosen) ?? value)}
    >
      <Stack gap="sm" mt="xs">
        {sharings.map((each) => (
          <Radio
            key={each}
            value={each}
            label={t(`import.sharing.choices.${each}`)}
            description={t(`import.sharing.sentences.${each}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
