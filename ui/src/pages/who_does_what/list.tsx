// SPDX-License-Identifier: Apache-2.0
import { Anchor, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Query } from '@/api/client'
import { type Doing, useDoings } from '@/api/coverage'
import { Answer } from '@/kit/answer'
import { BesideDirectory } from '@/kit/beside_directory'
import { type DataColumn, DataTable } from '@/kit/data_table'
import { DoerLink } from '@/kit/doer'
import { FirstOf } from '@/kit/first_of'
import { Growing } from '@/kit/growing'
import { LastReports } from '@/kit/last_reports'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { NothingDone } from './nothing_done'

// A row for each partner, place and theme.
export function DoingList({ query }: { query: Query }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const doings = useDoings(query)
  const column = (
    name: 'partner' | 'place' | 'theme' | 'people',
    cell: DataColumn<Doing>['cell'],
  ) => ({ key: name, label: t(`who_does_what.filters.${name}`), cell })
  const columns: DataColumn<Doing>[] = [
    column('partner', (doing) => <DoerLink {...doing} />),
    column('place', ({ place }) => place && names.place(place)),
    column('theme', ({ theme }) => theme && names.code('theme', theme)),
    {
      key: 'how_far',
      label: t('who_does_what.how_far'),
      cell: (doing) => <HowFar doing={doing} />,
    },
    { key: 'what', label: t('who_does_what.what'), cell: ({ works }) => <Works works={works} /> },
    column('people', ({ people }) =>
      formats.list(people.map((each) => names.code('population', each))),
    ),
  ]
  return (
    <Answer query={doings}>
      {({ items, total, last_reports, beside_directory }) =>
        items.length === 0 ? (
          <NothingDone lastReports={last_reports} />
        ) : (
          <>
            <LastReports month={last_reports} from="from" to="to" />
            <BesideDirectory beside={beside_directory} />
            <FirstOf shown={items.length} total={total} />
            <Growing items={items} atOnce={40}>
              {(shown) => (
                <DataTable
                  stacks
                  label={t('who_does_what.title')}
                  rows={shown}
                  rowKey={({ partner, organisation, place, theme }) =>
                    `${partner ?? organisation} ${place} ${theme}`
                  }
                  columns={columns}
                />
              )}
            </Growing>
          </>
        )
      }
    </Answer>
  )
}

function HowFar({ doing }: { doing: Doing }) {
  const { t } = useTranslation()
  return (
    <Stack gap={2}>
      {doing.present && <span>{t('who_does_what.present')}</span>}
      {doing.under_way > 0 && (
        <span>{t('who_does_what.under_way_count', { count: doing.under_way })}</span>
      )}
      {doing.planned > 0 && (
        <span>{t('who_does_what.planned_count', { count: doing.planned })}</span>
      )}
      {doing.done > 0 && <span>{t('who_does_what.done_count', { count: doing.done })}</span>}
    </Stack>
  )
}

const mostWorks = 5

function Works({ works }: { works: Doing['works'] }) {
  const { t } = useTranslation()
  const more = works.length - mostWorks
  return (
    <Stack gap={2}>
      {works.slice(0, mostWorks).map(({ kind, id, title }) => (
        <Anchor key={id} component={Link} to={`/records/${kind}/${id}`}>
          {title}
        </Anchor>
      ))}
      {more > 0 && <span>{t('who_does_what.more_works', { count: more })}</span>}
    </Stack>
  )
}
