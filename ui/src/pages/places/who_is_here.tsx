// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import { type Doing, useDoings } from '@/api/coverage'
import type { Place } from '@/api/types'
import { Answer } from '@/kit/answer'
import { DoerLink } from '@/kit/doer'
import { DownloadMenu } from '@/kit/download_menu'
import { Entries } from '@/kit/entries'
import { Growing } from '@/kit/growing'
import { Panel } from '@/kit/panel'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

// Who is present or does something in the place today, or in what lies in it.
export function WhoIsHere({ place }: { place: Place }) {
  const { t, i18n } = useTranslation()
  const doings = useDoings({ place: place.id })
  return (
    <Panel
      title={t('places.who')}
      lead={t('places.who_lead')}
      actions={
        !!doings.data?.items.length && (
          <DownloadMenu
            of={t('places.who')}
            formats={['csv', 'xlsx', 'hxl']}
            addressOf={(format) =>
              address('/api/who_does_what', { place: place.id, lang: i18n.language, format })
            }
          />
        )
      }
    >
      <Answer query={doings}>
        {({ items }) => {
          const partners = byPartner(items)
          if (partners.length === 0) return <Text c="dimmed">{t('places.nobody')}</Text>
          return (
            <Growing items={partners} atOnce={20}>
              {(shown) => (
                <Entries>
                  {shown.map(([doer, rows]) => (
                    <li key={doer}>
                      <Partner rows={rows} />
                    </li>
                  ))}
                </Entries>
              )}
            </Growing>
          )
        }}
      </Answer>
    </Panel>
  )
}

function byPartner(rows: Doing[]): [string, Doing[]][] {
  const partners = new Map<string, Doing[]>()
  for (const row of rows) {
    const doer = row.partner ?? row.organisation ?? ''
    partners.set(doer, [...(partners.get(doer) ?? []), row])
  }
  return [...partners]
}

// All of the rows are of one.
function Partner({ rows }: { rows: Doing[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const places = [...new Set(rows.flatMap(({ place }) => place ?? []))]
  const themes = [...new Set(rows.flatMap(({ theme }) => theme ?? []))]
  return (
    <>
      <Group gap="xs">
        {rows[0] && <DoerLink {...rows[0]} />}
        {rows.some(({ present }) => present) && <Tag tone="good">{t('places.present')}</Tag>}
      </Group>
      <Text size="sm" c="dimmed">
        {formats.list(places.slice(0, 5).map(names.place))}
        {places.length > 5 && ' …'}
      </Text>
      {themes.length > 0 && (
        <Text size="sm">{themes.map((theme) => names.code('theme', theme)).join(' · ')}</Text>
      )}
    </>
  )
}
