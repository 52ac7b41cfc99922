// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDisputedSubjects } from '@/api/disagreements'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { PageFrame } from '@/kit/page'
import { ChangedEditions } from './changed_editions'
import { Comparison } from './comparison'
import { disagreementsQuery, isNarrowed, subjectKey, useDisagreementFilters } from './filtering'
import { Filters } from './filters'
import { SubjectList } from './subject_list'

// Where sources disagree, by place and indicator; the chosen one side by side over time.
export function Page() {
  const { t } = useTranslation()
  const { filters, set } = useDisagreementFilters()
  const subjects = useDisputedSubjects(disagreementsQuery(filters))
  return (
    <PageFrame title={t('disagreements.title')} lead={t('disagreements.page_lead')}>
      <Stack gap="lg">
        <ChangedEditions />
        <Filters filters={filters} set={set} />
        <Answer query={subjects}>
          {({ items }) => {
            const chosen = items.find((each) => subjectKey(each) === filters.subject) ?? items[0]
            if (!chosen) return <None narrowed={isNarrowed(filters)} />
            return (
              <>
                <SubjectList
                  subjects={items}
                  chosen={subjectKey(chosen)}
                  onChoose={(subject) => set('subject', subject)}
                />
                <Comparison key={subjectKey(chosen)} subject={chosen} />
              </>
            )
          }}
        </Answer>
      </Stack>
    </PageFrame>
  )
}

function None({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation()
  return (
    <Empty title={t(narrowed ? 'disagreements.none_so' : 'disagreements.none')}>
      {t(narrowed ? 'disagreements.none_so_lead' : 'disagreements.none_lead')}
    </Empty>
  )
}
