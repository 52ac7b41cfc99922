// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import { type Reach, useReach } from '@/api/coverage'
import { useLabels } from '@/api/labels'
import { Answer } from '@/kit/answer'
import { DateFilter } from '@/kit/date_filter'
import { DownloadMenu } from '@/kit/download_menu'
import { Empty } from '@/kit/empty'
import { choicesOf, FilterBar, FilterSelect } from '@/kit/filters'
import { LastReports } from '@/kit/last_reports'
import { PageFrame } from '@/kit/page'
import { ResponseTabs } from '@/shell/response_tabs'
import { useNames } from '@/state/names'
import { useWordFilters } from '@/state/word_filters'
import { BySector } from './by_sector'
import { Methods } from './methods'

const filterNames = ['country', 'from', 'to', 'group'] as const

// How many people were reached: by sector and place, and across sectors by three methods.
export function Page() {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const { filters, set } = useWordFilters(filterNames)
  const query = { ...filters, lang: i18n.language }
  const reach = useReach(query)
  const date = (name: 'from' | 'to') => (
    <DateFilter
      label={t(`reach.filters.${name}`)}
      value={filters[name]}
      onChange={(word) => set(name, word)}
    />
  )
  return (
    <PageFrame
      tabs={<ResponseTabs />}
      title={t('reach.title')}
      lead={t('reach.lead')}
      actions={
        <DownloadMenu
          formats={['csv', 'xlsx', 'hxl']}
          addressOf={(format) => address('/api/reach', { ...query, format })}
        />
      }
    >
      <Stack gap="lg">
        <FilterBar values={[filters.country, filters.from, filters.to]}>
          <FilterSelect
            label={t('reach.filters.country')}
            choices={choicesOf(labels.countries)}
            value={filters.country}
            onChange={(word) => set('country', word)}
          />
          {date('from')}
          {date('to')}
        </FilterBar>
        <Answer query={reach}>
          {(answer) =>
            answer.sectors.length === 0 ? (
              <>
                <LastReports month={answer.last_reports} from="from" to="to" />
                <Empty title={t('reach.none')}>{t('reach.none_lead')}</Empty>
              </>
            ) : (
              <>
                <Text size="sm">
                  {t('reach.of_reports', { count: answer.reports })}{' '}
                  {answer.without_new > 0 && t('reach.without_new', { count: answer.without_new })}
                </Text>
                <Methods
                  reach={answer}
                  group={
                    <Group
                      reach={answer}
                      chosen={filters.group}
                      onChange={(words) => set('group', words)}
                    />
                  }
                />
                <BySector reach={answer} days={filters} />
              </>
            )
          }
        </Answer>
      </Stack>
    </PageFrame>
  )
}

interface GroupProps {
  reach: Reach
  chosen: string
  onChange: (words: string) => void
}

// The sectors of which one is taken to have reached whomever the others did.
function Group({ reach, chosen, onChange }: GroupProps) {
  const { t } = useTranslation()
  const names = useNames()
  const group = chosen ? chosen.split(',') : []
  const sectors = [...new Set([...reach.sectors.map(({ sector }) => sector), ...group])]
  return (
    <MultiSelect
      label={t('reach.group')}
      description={t('reach.group_hint')}
      data={sectors
        .filter((sector) => sector && !sector.includes(','))
        .map((value) => ({ value, label: names.code('theme', value) }))}
      value={group}
      onChange={(words) => onChange(words.join(','))}
      searchable
      clearable
    />
  )
}
