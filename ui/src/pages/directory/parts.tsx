// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Partner } from '@/api/directory'
import { useAll } from '@/api/records'
import { Fact, Facts } from '@/kit/facts'
import { Panel } from '@/kit/panel'
import { PartnerLink } from '@/kit/partner_link'

// What it is part of, and what is part of it.
export function Parts({ partner }: { partner: Partner }) {
  const { t } = useTranslation()
  const { data: partners = [] } = useAll<Partner>('partners')
  const idsOf = (those: Partner[]) => those.map(({ id }) => id)
  const networks = idsOf(partners.filter(({ members }) => members.includes(partner.id)))
  const offices = idsOf(partners.filter(({ parent }) => parent === partner.id))
  const { parent, members } = partner
  if (!parent && members.length + networks.length + offices.length === 0) return null
  return (
    <Panel title={t('directory.parts')}>
      <Facts>
        <Fact label={t('directory.parent')}>{parent && <PartnerLink id={parent} />}</Fact>
        <Fact label={t('directory.networks')}>
          {networks.length > 0 && <Names ids={networks} />}
        </Fact>
        <Fact label={t('directory.offices')}>{offices.length > 0 && <Names ids={offices} />}</Fact>
        <Fact label={t('directory.members')}>{members.length > 0 && <Names ids={members} />}</Fact>
      </Facts>
    </Panel>
  )
}

function Names({ ids }: { ids: string[] }) {
  return ids.map((id) => (
    <Text key={id} component="div">
      <PartnerLink id={id} />
    </Text>
  ))
}
