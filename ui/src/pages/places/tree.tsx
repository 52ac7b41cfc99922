// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Text } from '@mantine/core'
import type { InfiniteData, UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlaceBranch, type PlaceTree, usePlaceTree } from '@/api/places'
import { Answer } from '@/kit/answer'
import { IconChevronDown } from '@/kit/icons'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { PlaceLink, PlaceSort } from './place_words'
import classes from './places.module.css'

// What lies in a place; each branch opens to what lies in that.
export function Tree({ within, empty }: { within?: string; empty: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const tree = usePlaceTree(within)
  return (
    <Answer query={tree as UseQueryResult<InfiniteData<PlaceTree>>}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        const total = pages[0]?.total ?? 0
        if (items.length === 0) return <Text c="dimmed">{empty}</Text>
        return (
          <>
            <ul className={classes.branches}>
              {items.map((branch) => (
                <Branch key={branch.place.id} branch={branch} />
              ))}
            </ul>
            {tree.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                my="xs"
                loading={tree.isFetchingNextPage}
                onClick={() => tree.fetchNextPage()}
              >
                {t('kit.more_of', { number: formats.number(total - items.length) })}
              </Button>
            )}
          </>
        )
      }}
    </Answer>
  )
}

function Branch({ branch: { place, parts } }: { branch: PlaceBranch }) {
  const { t } = useTranslation()
  const names = useNames()
  const [open, setOpen] = useState(false)
  const name = names.text(place.name) || place.code
  return (
    <li>
      <div className={classes.branch}>
        {parts > 0 ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            className={classes.opener}
            aria-expanded={open}
            aria-label={t('places.open', { name })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronDown size={18} aria-hidden />
          </ActionIcon>
        ) : (
          <span />
        )}
        <div className={classes.words}>
          <PlaceLink place={place} />
          <PlaceSort place={place} />
          {parts > 0 && (
            <Text size="sm" c="dimmed">
              {t('places.parts', { count: parts })}
            </Text>
          )}
        </div>
      </div>
      {open && <Tree within={place.id} empty="" />}
    </li>
  )
}
