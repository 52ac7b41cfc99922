// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Membership } from '@/api/arrangements'
import { address } from '@/api/client'
import type { Partner, Presence } from '@/api/directory'
import { useLabels } from '@/api/labels'
import { useAll } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { DownloadMenu } from '@/kit/download_menu'
import { Empty } from '@/kit/empty'
import { choicesOf, FilterBar, FilterSelect, FilterText } from '@/kit/filters'
import { Growing } from '@/kit/growing'
import { IconPlus } from '@/kit/icons'
import { PageFrame } from '@/kit/page'
import { ThemeFilter } from '@/kit/theme_filter'
import { useNames } from '@/state/names'
import { partnerName } from '@/state/partner_names'
import { useWordFilters } from '@/state/word_filters'
import { Card } from './card'
import classes from './directory.module.css'
import { filterNames, narrowed } from './filtering'

export function Page() {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const mayMake = useMay('coordinator')
  const { filters, set } = useWordFilters(filterNames)
  const partners = useAll<Partner>('partners')
  const { data: presences = [] } = useAll<Presence>('presences')
  const { data: memberships = [] } = useAll<Membership>('memberships')
  const member = (name: string) => labels.kinds.partner?.[name] ?? name
  const nameOf = (partner: Partner) => partnerName(partner, i18n.language)
  const countries = [...new Set(partners.data?.flatMap(({ country }) => country ?? []))]
    .map((value) => ({ value, label: names.country(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  const { q, kind, country } = filters
  return (
    <PageFrame
      title={t('navigation.directory')}
      lead={t('directory.lead')}
      actions={
        <>
          <DownloadMenu
            formats={['csv', 'xlsx', 'hxl']}
            addressOf={(format) => address('/api/partners', { q, kind, country, format })}
            unheeded={filters.theme ? [t('directory.theme')] : []}
          />
          {mayMake && (
            <Button
              component={Link}
              to="/records/partners/new?back=/directory"
              leftSection={<IconPlus size={18} />}
            >
              {t('records.new')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="lg">
        <FilterBar>
          <FilterText value={filters.q} onChange={(text) => set('q', text)} />
          <FilterSelect
            label={member('kind')}
            choices={choicesOf(labels.codes.partner_kind)}
            value={filters.kind}
            onChange={(word) => set('kind', word)}
          />
          <FilterSelect
            label={member('country')}
            choices={countries}
            value={filters.country}
            onChange={(word) => set('country', word)}
          />
          <ThemeFilter
            label={t('directory.theme')}
            value={filters.theme}
            onChange={(word) => set('theme', word)}
          />
        </FilterBar>
        <Answer query={partners}>
          {(all) => {
            const found = narrowed(all, presences, filters).sort((a, b) =>
              nameOf(a).localeCompare(nameOf(b), i18n.language),
            )
            if (found.length === 0)
              return <Empty title={t('records.none')}>{t('records.next_step.partners')}</Empty>
            return (
              <>
                <Text size="sm" c="dimmed" aria-live="polite">
                  {t('directory.count', { count: found.length })}
                </Text>
                <Growing items={found} atOnce={48}>
                  {(shown) => (
                    <ul className={classes.cards}>
                      {shown.map((partner) => (
                        <Card
                          key={partner.id}
                          partner={partner}
                          places={presences.filter((each) => each.partner === partner.id).length}
                          arrangements={
                            new Set(
                              memberships
                                .filter((each) => each.partner === partner.id)
                                .map((each) => each.arrangement),
                            ).size
                          }
                        />
                      ))}
                    </ul>
                  )}
                </Growing>
              </>
            )
          }}
        </Answer>
      </Stack>
    </PageFrame>
  )
}
