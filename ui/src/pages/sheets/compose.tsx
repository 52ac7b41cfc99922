// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAll } from '@/api/records'
import { type SheetSubject, usePrint } from '@/api/sheets'
import type { Corridor } from '@/api/types'
import { Panel } from '@/kit/panel'
import { usePlaceChoices } from '@/kit/place_select'
import { ProblemMessage } from '@/kit/problem_message'
import { useNames } from '@/state/names'
import type { SheetChoice } from '@/state/sheet_choice'
import { finds } from '@/state/text_search'

interface ComposeProps {
  choice: SheetChoice
  subject: SheetSubject | null
  change: (part: Partial<SheetChoice>) => void
}

export function Compose({ choice, subject, change }: ComposeProps) {
  const { t } = useTranslation()
  const names = useNames()
  const { data: corridors } = useAll<Corridor>('corridors')
  const chosen = choice.about.startsWith('place:') ? [choice.about.slice('place:'.length)] : []
  const corridor = corridors?.find(({ id }) => choice.about === `corridor:${id}`)
  const {
    data: places,
    asked,
    search,
  } = usePlaceChoices('id', chosen, corridor && names.text(corridor.name))
  const print = usePrint()
  const set = (part: Partial<SheetChoice>) => {
    print.reset()
    change(part)
  }
  return (
    <Panel title={t('sheets.compose')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={t('sheets.about')}
          data={[
            {
              group: t('navigation.corridors'),
              items: (corridors ?? [])
                .map((each) => ({ value: `corridor:${each.id}`, label: names.text(each.name) }))
                .filter(({ label }) => finds(asked, [label])),
            },
            {
              group: t('navigation.places'),
              items: places.map(({ value, label }) => ({ value: `place:${value}`, label })),
            },
          ]}
          value={choice.about || null}
          onChange={(about) => set({ about: about ?? '' })}
          {...search}
          allowDeselect={false}
        />
        <TextInput
          type="date"
          label={t('figures.from')}
          value={choice.from}
          max={choice.to}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('figures.to')}
          value={choice.to}
          min={choice.from}
          error={choice.from > choice.to && t('sheets.ends_before')}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
      </SimpleGrid>
      <ProblemMessage error={print.error} />
      {print.data && (
        <Alert color="teal" variant="light" role="status">
          {t('sheets.printed', { number: print.data.edition })}
        </Alert>
      )}
      <Group>
        <Button
          disabled={!subject}
          loading={print.isPending}
          onClick={() => subject && print.mutate(subject)}
        >
          {t('sheets.print')}
        </Button>
      </Group>
    </Panel>
  )
}
