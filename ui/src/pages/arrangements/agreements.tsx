// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Agreement, DocumentEntry } from '@/api/arrangements'
import { useLabels } from '@/api/labels'
import { useMay } from '@/api/session'
import { EditLink } from '@/kit/edit_link'
import { Fact, Facts } from '@/kit/facts'
import { LinesAsList } from '@/kit/lines'
import { Panel } from '@/kit/panel'
import { PartnerLinks } from '@/kit/partner_link'
import { Tag } from '@/kit/tag'
import { DocumentLinks } from '@/pages/documents/document_links'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { today } from '@/state/today'
import type { TabProps } from './arrangement_page'
import { expiryOf } from './expiry'

// What the arrangement rests on; nothing is shown where nobody has said.
export function Agreements({ data }: TabProps) {
  const { t } = useTranslation()
  const agreements = data.agreements.data ?? []
  if (agreements.length === 0) return null
  return (
    <Panel title={t('arrangements.basis')}>
      {agreements.map((agreement) => (
        <AgreementText
          key={agreement.id}
          agreement={agreement}
          texts={data.documents.data?.filter((each) => each.agreement === agreement.id)}
        />
      ))}
    </Panel>
  )
}

interface AgreementTextProps {
  agreement: Agreement
  texts?: DocumentEntry[]
}

function AgreementText({ agreement, texts = [] }: AgreementTextProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const formats = useFormats()
  const mayChange = useMay('coordinator')
  const member = (name: string) => labels.kinds.agreement?.[name] ?? name
  const { signed_on, expires, parties, binding, address } = agreement
  const title = names.text(agreement.title)
  const expiry = expiryOf(agreement, today())
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>
          {address ? (
            <Anchor href={address} rel="noreferrer noopener" target="_blank">
              {title}
            </Anchor>
          ) : (
            title
          )}
        </Text>
        {expiry !== 'none' && (
          <Tag tone={expiry === 'expired' ? 'bad' : 'warning'}>{t(`arrangements.${expiry}`)}</Tag>
        )}
        {mayChange && <EditLink plural="agreements" id={agreement.id} name={title} />}
      </Group>
      <Facts>
        <Fact label={member('signed_on')}>{signed_on && formats.period(signed_on)}</Fact>
        <Fact label={member('expires')}>{expires && formats.day(expires)}</Fact>
        <Fact label={member('parties')}>
          {parties.length > 0 && <PartnerLinks ids={parties} />}
        </Fact>
        <Fact label={member('binding')}>{binding && t('records.yes')}</Fact>
      </Facts>
      <LinesAsList text={names.text(agreement.obligations)} />
      <DocumentLinks documents={texts} />
    </Stack>
  )
}
