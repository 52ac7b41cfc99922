// SPDX-License-Identifier: Apache-2.0
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import type { Partner } from '@/api/directory'
import { useRecord } from '@/api/records'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { Tag } from '@/kit/tag'
import { RecordDocuments } from '@/pages/documents/record_documents'
import { useNames } from '@/state/names'
import { partnerName, partnerShortName } from '@/state/partner_names'
import { Contacts } from './contacts'
import { MergeButton } from './merging'
import { Parts } from './parts'
import { Presences } from './presences'
import { Profile } from './profile'
import { Taking } from './taking'

export function Page() {
  const { id = '' } = useParams()
  return <PartnerPage key={id} id={id} />
}

function PartnerPage({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const mayChange = useMay('coordinator')
  const record = useRecord<Partner>('partners', id)
  return (
    <PageFrame
      title={record.data ? partnerName(record.data, i18n.language) : t('navigation.directory')}
      lead={record.data && <Lead partner={record.data} />}
      actions={
        mayChange &&
        record.data && (
          <>
            <Button component={Link} to={`/records/partners/${id}`} variant="default">
              {t('records.edit')}
            </Button>
            <MergeButton partner={record.data} />
          </>
        )
      }
    >
      <Answer query={record}>
        {(partner) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" verticalSpacing="lg">
            <Stack gap="lg" miw={0}>
              <Profile partner={partner} />
              <Parts partner={partner} />
              <Contacts partner={partner} />
            </Stack>
            <Stack gap="lg" miw={0}>
              <Presences partner={partner} />
              <Taking partner={partner} />
              <RecordDocuments plural="partners" record={partner} back={`/directory/${id}`} />
            </Stack>
          </SimpleGrid>
        )}
      </Answer>
    </PageFrame>
  )
}

function Lead({ partner }: { partner: Partner }) {
  const { i18n } = useTranslation()
  const names = useNames()
  const short = partnerShortName(partner, i18n.language)
  const isOther = short !== partnerName(partner, i18n.language)
  const words = [isOther && short, partner.country && names.country(partner.country)]
  return (
    <Group gap="xs">
      <Tag tone="accent">{names.code('partner_kind', partner.kind)}</Tag>
      <Text span>{words.filter(Boolean).join(' · ')}</Text>
    </Group>
  )
}
