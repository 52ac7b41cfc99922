// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Box } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { IconSearch } from '@/kit/icons'
import { SearchField } from '@/kit/search_field'

// In the header of every page, at the key "/". A telephone has room for the way to the page alone.
export function SearchBox() {
  const { t } = useTranslation()
  const box = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => box.current?.focus()]])
  return (
    <>
      <Box visibleFrom="sm" flex={1} maw={440}>
        <SearchField box={box} aria-keyshortcuts="/" />
      </Box>
      <ActionIcon
        component={Link}
        to="/search"
        hiddenFrom="sm"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('search.label')}
      >
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
    </>
  )
}
