// SPDX-License-Identifier: Apache-2.0
import { Accordion, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountingOnce } from './counting_once'
import type { Editing } from './editing'
import { PeriodLengths } from './period_lengths'
import { RowFilters } from './row_filters'

// What few files need: it stays folded until somebody looks for it, or it says something.
export function MoreSettings({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const { draft, onChange } = editing
  const said = [
    draft.filters?.length ? 'filters' : '',
    draft.period_lengths?.length ? 'lengths' : '',
    draft.cumulative || draft.repeated || draft.as_of ? 'once' : '',
    draft.events || draft.skip_other_columns ? 'rows' : '',
  ].filter(Boolean)
  return (
    <Accordion multiple variant="contained" defaultValue={said} order={3}>
      <Accordion.Item value="filters">
        <Accordion.Control>{t('import.filters')}</Accordion.Control>
        <Accordion.Panel>
          <RowFilters editing={editing} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="lengths">
        <Accordion.Control>{t('import.lengths')}</Accordion.Control>
        <Accordion.Panel>
          <PeriodLengths editing={editing} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="once">
        <Accordion.Control>{t('import.counting_once')}</Accordion.Control>
        <Accordion.Panel>
          <CountingOnce editing={editing} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="rows">
        <Accordion.Control>{t('import.rows_and_columns')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Switch
              label={t('import.events')}
              description={t('import.events_lead')}
              checked={!!draft.events}
              onChange={(event) =>
                onChange({ ...draft, events: event.currentTarget.checked || undefined })
              }
            />
            <Switch
              label={t('import.skip_others')}
              description={t('import.skip_others_lead')}
              checked={!!draft.skip_other_columns}
              onChange={(event) =>
                onChange({ ...draft, skip_other_columns: event.currentTarget.checked || undefined })
              }
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
