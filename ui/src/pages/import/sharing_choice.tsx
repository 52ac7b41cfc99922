// SPDX-License-Identifier: Apache-2.0
import { Radio, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Sharing, sharings } from '@/api/import_types'
import type { Batch } from '@/api/types'
import { batchKey } from './batch_words'
import { NamedPartners } from './named_partners'

interface SharingChoiceProps {
  value: Sharing | undefined // not known yet: none is chosen
  before: Batch | undefined // what it was until now
  content: Batch['content']
  isAboutPersons: boolean // columns about persons were found in the file
  onChange: (sharing: Sharing) => void
  label: string
}

// Whether a file is shared, counts in joint figures only (an activity sheet: is for named partners
// only), or is kept; each with what follows.
export function SharingChoice(props: SharingChoiceProps) {
  const { value, before, content, isAboutPersons, onChange, label } = props
  const { t } = useTranslation()
  const offered = before?.visibility === 'public' ? (['public', ...sharings] as const) : sharings
  return (
    <Radio.Group
      label={label}
      value={value ?? ''}
      onChange={(chosen) => {
        const sharing = offered.find((each) => each === chosen)
        if (sharing) onChange(sharing)
      }}
    >
      <Stack gap="sm" mt="xs">
        {offered.map((each) => (
          <Radio
            key={each}
            value={each}
            label={t(
              each === 'restricted'
                ? batchKey(content, 'sharing.choices.restricted')
                : `import.sharing.choices.${each}`,
            )}
            description={t(batchKey(content, `sharing.sentences.${each}`))}
          />
        ))}
        {isAboutPersons && (
          <Text size="sm" fw={600}>
            {t('import.sharing.about_persons')}
          </Text>
        )}
        {value === 'restricted' && before && <NamedPartners batch={before} />}
      </Stack>
    </Radio.Group>
  )
}
