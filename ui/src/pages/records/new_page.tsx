// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router-dom'
import { useCreate } from '@/api/records'
import { useKindFields } from '@/api/schema'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { Panel } from '@/kit/panel'
import { NotFound } from '@/shell/page_failed'
import { useFirstSharing } from './first_sharing'
import { givenIn, localPath } from './given'
import { inOrder, type KeptPlural, keptPlural, kinds } from './kinds'
import { useCodeProposal } from './place_code'
import { RecordForm } from './record_form'
import { sharingInputs } from './sharing'

export function Page() {
  const plural = keptPlural(useParams().plural)
  return plural ? <NewPage key={plural} plural={plural} /> : <NotFound />
}

function NewPage({ plural }: { plural: KeptPlural }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const schema = useKindFields(plural)
  const create = useCreate(plural)
  const [address] = useSearchParams()
  const proposeCode = useCodeProposal()
  const [said, setSaid] = useState<Record<string, unknown>>(() => Object.fromEntries(address))
  const sharing = useFirstSharing(plural, said)
  const back = localPath(address.get('back'))
  return (
    <PageFrame title={t(`records.new_titles.${plural}`)} lead={t(`records.leads.${plural}`)}>
      <Panel title={t('records.details')}>
        <Answer query={schema}>
          {(fields) => {
            const asked = [...inOrder(plural, fields.made), ...sharingInputs(plural, fields)]
            return (
              <RecordForm
                kind={kinds[plural].name}
                fields={asked}
                before={sharing}
                given={givenIn(address, asked)}
                propose={plural === 'places' ? proposeCode : undefined}
                onChange={setSaid}
                error={create.error}
                pending={create.isPending}
                onSubmit={(value) =>
                  create.mutate(value, {
                    onSuccess: ({ id }) =>
                      go(back ?? `/records/${plural}/${id}`, { replace: true }),
                  })
                }
                onCancel={() => go(back ?? `/records/${plural}`)}
              />
            )
          }}
        </Answer>
      </Panel>
    </PageFrame>
  )
}
