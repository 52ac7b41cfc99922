// SPDX-License-Identifier: Apache-2.0
import { Alert, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router-dom'
import { useAll } from '@/api/records'
import type { Corridor } from '@/api/types'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { IconInfoCircle } from '@/kit/icons'
import { PageFrame } from '@/kit/page'
import { useNames } from '@/state/names'
import { CorridorView } from './corridor_view'

export function Page() {
  const { t } = useTranslation()
  const { id } = useParams()
  const go = useNavigate()
  const names = useNames()
  const corridors = useAll<Corridor>('corridors')
  const corridor = corridors.data?.find((each) => each.id === id) ?? corridors.data?.[0]
  return (
    <PageFrame
      title={corridor ? names.text(corridor.name) : t('navigation.corridor')}
      lead={names.text(corridor?.description)}
      actions={
        (corridors.data?.length ?? 0) > 1 && (
          <Select
            aria-label={t('corridor.choose')}
            w={320}
            maw="100%"
            data={corridors.data?.map((each) => ({ value: each.id, label: names.text(each.name) }))}
            value={corridor?.id ?? null}
            onChange={(chosen) => chosen && go(`/corridors/${chosen}`)}
            allowDeselect={false}
          />
        )
      }
    >
      <Answer query={corridors}>
        {() =>
          corridor ? (
            <>
              <Alert variant="light" icon={<IconInfoCircle />}>
                {t('corridor.never_added')}
              </Alert>
              <CorridorView key={corridor.id} corridor={corridor} />
            </>
          ) : (
            <Empty title={t('corridor.none')}>{t('corridor.none_lead')}</Empty>
          )
        }
      </Answer>
    </PageFrame>
  )
}
