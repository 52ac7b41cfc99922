// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Partner } from '@/api/directory'
import { Tag } from '@/kit/tag'
import { useNames } from '@/state/names'
import { partnerName, partnerShortName } from '@/state/partner_names'
import classes from './directory.module.css'

interface CardProps {
  partner: Partner
  places: number
  arrangements: number
}

export function Card({ partner, places, arrangements }: CardProps) {
  const { t, i18n } = useTranslation()
  const names = useNames()
  const name = partnerName(partner, i18n.language)
  const short = partnerShortName(partner, i18n.language)
  const themes = [...new Set([...partner.mandates, ...partner.expertise])]
  const counts = [
    arrangements > 0 && t('directory.in_arrangements', { count: arrangements }),
    places > 0 && t('directory.at_places', { count: places }),
  ].filter(Boolean)
  return (
    <li className={classes.card}>
      <div>
        <Anchor component={Link} to={`/directory/${partner.id}`} fw={600} className={classes.link}>
          {name}
        </Anchor>
        {short !== name && (
          <Text span c="dimmed">
            {' '}
            <bdi>({short})</bdi>
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Tag tone="accent">{names.code('partner_kind', partner.kind)}</Tag>
        {partner.country && (
          <Text size="sm" c="dimmed">
            {names.country(partner.country)}
          </Text>
        )}
      </Group>
      {themes.length > 0 && (
        <Text size="sm" lineClamp={3}>
          {themes.map((theme) => names.code('theme', theme)).join(' · ')}
        </Text>
      )}
      {counts.length > 0 && <div className={classes.foot}>{counts.join(' · ')}</div>}
    </li>
  )
}
