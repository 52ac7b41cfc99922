// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router-dom'
import { address } from '@/api/client'
import { type PlaceTree, usePlaceTree } from '@/api/places'
import { useRecord } from '@/api/records'
import { useMay } from '@/api/session'
import type { Place } from '@/api/types'
import { Answer } from '@/kit/answer'
import { IconPlus } from '@/kit/icons'
import { PageFrame } from '@/kit/page'
import { Panel } from '@/kit/panel'
import { RecordDocuments } from '@/pages/documents/record_documents'
import { useNames } from '@/state/names'
import { hasPoint } from '@/state/places_within'
import { About } from './about'
import { PlaceLink, PlaceSort } from './place_words'
import classes from './places.module.css'
import { SiteMap } from './site_map'
import { Taking } from './taking'
import { Tree } from './tree'
import { WhoIsHere } from './who_is_here'

export function Page() {
  const { id = '' } = useParams()
  return <PlacePage key={id} id={id} />
}

function PlacePage({ id }: { id: string }) {
  const { t } = useTranslation()
  const names = useNames()
  const mayChange = useMay('coordinator')
  const record = useRecord<Place>('places', id)
  const tree = usePlaceTree(id)
  const path = tree.data?.pages[0]?.path ?? []
  return (
    <PageFrame
      title={record.data ? names.text(record.data.name) : t('navigation.places')}
      lead={record.data && <PlaceSort place={record.data} />}
      actions={
        mayChange &&
        record.data && (
          <>
            <Button
              component={Link}
              to={address('/records/places/new', {
                kind: 'site',
                parent: id,
                back: `/places/${id}`,
              })}
              variant="default"
              leftSection={<IconPlus size={18} />}
            >
              {t('places.add_within')}
            </Button>
            <Button component={Link} to={`/records/places/${id}?edit=1`}>
              {t('records.edit')}
            </Button>
          </>
        )
      }
    >
      <Answer query={record}>
        {(place) => (
          <Stack gap="lg">
            <Path path={path.slice(0, -1)} />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" verticalSpacing="lg">
              <Stack gap="lg" miw={0}>
                <About place={place} />
                <Panel title={t('places.within')}>
                  <Tree within={id} empty={t('places.nothing_within')} />
                </Panel>
                <OnMap place={place} branches={tree.data?.pages.flatMap(({ items }) => items)} />
              </Stack>
              <Stack gap="lg" miw={0}>
                <WhoIsHere place={place} />
                <Taking place={place} />
                <RecordDocuments plural="places" record={place} back={`/places/${id}`} />
              </Stack>
            </SimpleGrid>
          </Stack>
        )}
      </Answer>
    </PageFrame>
  )
}

// What the place lies in, the widest first.
function Path({ path }: { path: PlaceTree['path'] }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('places.path')}>
      <ol className={classes.path}>
        <li>
          <Anchor component={Link} to="/places">
            {t('navigation.places')}
          </Anchor>
        </li>
        {path.map((place) => (
          <li key={place.id}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function OnMap({ place, branches = [] }: { place: Place; branches?: PlaceTree['items'] }) {
  const { t } = useTranslation()
  const placed = [place, ...branches.map((branch) => branch.place)].filter(hasPoint)
  if (placed.length === 0) return null
  return (
    <Panel title={t('places.views.map')}>
      <SiteMap near label={t('places.views.map')} places={placed} />
    </Panel>
  )
}
