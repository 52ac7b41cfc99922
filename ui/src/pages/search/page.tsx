// SPDX-License-Identifier: Apache-2.0
import { Box, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { address } from '@/api/client'
import { useLabels } from '@/api/labels'
import { DownloadMenu } from '@/kit/download_menu'
import { Empty } from '@/kit/empty'
import { FilterBar, FilterSelect } from '@/kit/filters'
import { PageFrame } from '@/kit/page'
import { SearchField } from '@/kit/search_field'
import { useAddressWords } from '@/state/address'
import { kindLabel, searchedKinds } from './kind_words'
import { Results } from './results'

export function Page() {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const [words, change] = useAddressWords()
  const text = words.get('q') ?? ''
  const kind = words.get('kind') ?? ''
  const choose = (chosen: string | null) =>
    change((address) => {
      if (chosen) address.set('kind', chosen)
      else address.delete('kind')
      return address
    })
  return (
    <PageFrame
      title={t('search.title')}
      lead={t('search.lead')}
      actions={
        text && (
          <DownloadMenu
            formats={['csv', 'xlsx']}
            addressOf={(format) =>
              address('/api/search', { q: text, kind, lang: i18n.language, format })
            }
          />
        )
      }
    >
      <Stack gap="lg">
        <FilterBar
          search={
            <Box hiddenFrom="sm">
              <SearchField label={t('search.label')} />
            </Box>
          }
          values={[kind]}
        >
          <FilterSelect
            label={t('search.kind')}
            choices={searchedKinds.map((each) => ({
              value: each,
              label: kindLabel(labels, each),
            }))}
            value={kind}
            onChange={choose}
          />
        </FilterBar>
        {text ? (
          <Results text={text} kind={kind} />
        ) : (
          <Empty title={t('search.ask')}>{t('search.ask_lead')}</Empty>
        )}
      </Stack>
    </PageFrame>
  )
}
