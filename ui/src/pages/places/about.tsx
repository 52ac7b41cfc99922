// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import { useLabels } from '@/api/labels'
import type { Place } from '@/api/types'
import { Fact, Facts } from '@/kit/facts'
import { Panel } from '@/kit/panel'
import { languageNames, languages } from '@/state/language'
import { hasPoint } from '@/state/places_within'

// What the place is called, and where more is said of it.
export function About({ place }: { place: Place }) {
  const { t, i18n } = useTranslation()
  const labels = useLabels()
  const member = (name: string) => labels.kinds.place?.[name] ?? name
  const others = languages.filter((each) => each !== i18n.language && place.name[each])
  const ways = [
    { to: address('/figures', { place: place.code }), label: t('places.figures') },
    { to: address('/who-does-what', { place: place.id }), label: t('navigation.who_does_what') },
    { to: address('/gaps', { place: place.id }), label: t('navigation.gaps') },
    { to: address('/sheets', { place: place.id }), label: t('navigation.sheets') },
    { to: `/records/places/${place.id}`, label: t('records.history') },
  ]
  return (
    <Panel title={t('places.about')}>
      <Facts>
        <Fact label={member('code')}>
          <bdi>{place.code}</bdi>
        </Fact>
        {others.map((each) => (
          <Fact key={each} label={languageNames[each]}>
            <span lang={each} dir={each === 'ar' ? 'rtl' : 'ltr'}>
              {place.name[each]}
            </span>
          </Fact>
        ))}
        <Fact label={t('places.coordinates')}>
          {hasPoint(place) && (
            <bdi>
              {place.latitude}, {place.longitude}
            </bdi>
          )}
        </Fact>
      </Facts>
      <Group component="nav" aria-label={t('places.more')} gap="md">
        {ways.map(({ to, label }) => (
          <Anchor key={to} component={Link} to={to} style={{ lineHeight: '1.75rem' }}>
            {label}
          </Anchor>
        ))}
      </Group>
    </Panel>
  )
}
