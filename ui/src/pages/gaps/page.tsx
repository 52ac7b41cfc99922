// SPDX-License-Identifier: Apache-2.0
import { Paper, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import { type Concern, useConcerns } from '@/api/coverage'
import { AddLink } from '@/kit/add_link'
import { Answer } from '@/kit/answer'
import { DownloadMenu } from '@/kit/download_menu'
import { Empty } from '@/kit/empty'
import { FirstOf } from '@/kit/first_of'
import { Growing } from '@/kit/growing'
import { LastReports } from '@/kit/last_reports'
import { PageFrame } from '@/kit/page'
import { ResponseTabs } from '@/shell/response_tabs'
import { Assumptions } from './assumptions'
import { ConcernCard } from './concern_card'
import { DismissDialog } from './dismiss_dialog'
import { gapsQuery, isNarrowed, useGapFilters } from './filtering'
import { Filters } from './filters'
import { Watched } from './watched'

// Where nobody does what is needed and where two do the same, each with its reasons.
export function Page() {
  const { t, i18n } = useTranslation()
  const { filters, set } = useGapFilters()
  const query = { ...gapsQuery(filters), lang: i18n.language }
  const concerns = useConcerns(query)
  const [dismissing, setDismissing] = useState<Concern | null>(null)
  return (
    <PageFrame
      tabs={<ResponseTabs />}
      title={t('gaps.title')}
      lead={t('gaps.lead')}
      actions={
        <>
          <AddLink plural="needs" given={{ back: '/gaps' }} label={t('gaps.add_need')} size="sm" />
          <DownloadMenu
            formats={['csv', 'xlsx', 'hxl']}
            addressOf={(format) => address('/api/concerns', { ...query, format })}
          />
        </>
      }
    >
      <Stack gap="lg">
        <Filters filters={filters} set={set} />
        <Answer query={concerns}>
          {({ items, months, total, last_reports }) => (
            <>
              <LastReports month={last_reports} to="on" />
              <Paper withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
                <Watched months={months} />
              </Paper>
              <FirstOf shown={items.length} total={total} />
              {items.length === 0 ? (
                <Empty title={t('gaps.none')}>
                  {t(isNarrowed(filters) ? 'gaps.none_so' : 'gaps.none_lead')}
                </Empty>
              ) : (
                <Growing items={items} atOnce={30}>
                  {(shown) => (
                    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
                      {shown.map((concern) => (
                        <li key={keyOf(concern)}>
                          <ConcernCard concern={concern} onDismiss={() => setDismissing(concern)} />
                        </li>
                      ))}
                    </Stack>
                  )}
                </Growing>
              )}
            </>
          )}
        </Answer>
        <Assumptions />
      </Stack>
      {dismissing && <DismissDialog concern={dismissing} onClose={() => setDismissing(null)} />}
    </PageFrame>
  )
}

const keyOf = ({ concern, place, theme, people, partners }: Concern) =>
  [concern, place, theme, people, ...partners].join(' ')
