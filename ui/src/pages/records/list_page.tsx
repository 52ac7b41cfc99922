// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { useKindFields } from '@/api/schema'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { IconPlus } from '@/kit/icons'
import { ListDownload } from '@/kit/list_download'
import { PageFrame } from '@/kit/page'
import { NotFound } from '@/shell/page_failed'
import { isOfResponse, ResponseTabs } from '@/shell/response_tabs'
import { BehindReach } from '../reach/behind'
import { isForAdministrators, type KeptPlural, keptPlural, kinds } from './kinds'
import { useListState } from './list_state'
import { RecordList } from './record_list'

export function Page() {
  const plural = keptPlural(useParams().plural)
  return plural ? <ListPage key={plural} plural={plural} /> : <NotFound />
}

function ListPage({ plural }: { plural: KeptPlural }) {
  const { t } = useTranslation()
  const mayMake = useMay(kinds[plural].role)
  const schema = useKindFields(plural)
  const state = useListState()
  if (isForAdministrators(plural) && !mayMake) return <ForAdministrators plural={plural} />
  return (
    <PageFrame
      tabs={isOfResponse(plural) && <ResponseTabs />}
      title={t(`navigation.${plural}`)}
      lead={t(`records.leads.${plural}`)}
      actions={
        <>
          <ListDownload plural={plural} filter={state.filter} />
          {mayMake && (
            <Button
              component={Link}
              to={`/records/${plural}/new`}
              leftSection={<IconPlus size={18} />}
            >
              {t('records.new')}
            </Button>
          )}
        </>
      }
    >
      {plural === 'activity_reports' && <BehindReach words={state.address} />}
      <Answer query={schema}>
        {(fields) => <RecordList plural={plural} fields={fields.shown} state={state} />}
      </Answer>
    </PageFrame>
  )
}

function ForAdministrators({ plural }: { plural: KeptPlural }) {
  const { t } = useTranslation()
  return (
    <PageFrame title={t(`navigation.${plural}`)} lead={t(`records.leads.${plural}`)}>
      <Empty title={t('records.for_administrators')}>
        <Anchor component={Link} to="/account">
          {t('shell.account')}
        </Anchor>
      </Empty>
    </PageFrame>
  )
}
