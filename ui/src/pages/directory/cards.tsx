// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Membership } from '@/api/arrangements'
import type { Partner, Presence } from '@/api/directory'
import { useAll } from '@/api/records'
import { Growing } from '@/kit/growing'
import { Card } from './card'
import classes from './directory.module.css'

export function Cards({ partners, presences }: { partners: Partner[]; presences: Presence[] }) {
  const { t } = useTranslation()
  const { data: memberships = [] } = useAll<Membership>('memberships')
  const placesOf = (id: string) => presences.filter(({ partner }) => partner === id).length
  const arrangementsOf = (id: string) =>
    new Set(
      memberships.filter(({ partner }) => partner === id).map(({ arrangement }) => arrangement),
    ).size
  return (
    <>
      <Text size="sm" c="dimmed" mb="lg" aria-live="polite">
        {t('directory.count', { count: partners.length })}
      </Text>
      <Growing items={partners} atOnce={48}>
        {(shown) => (
          <ul className={classes.cards}>
            {shown.map((partner) => (
              <Card
                key={partner.id}
                partner={partner}
                places={placesOf(partner.id)}
                arrangements={arrangementsOf(partner.id)}
              />
            ))}
          </ul>
        )}
      </Growing>
    </>
  )
}
