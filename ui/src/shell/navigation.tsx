// SPDX-License-Identifier: Apache-2.0
import { NavLink, ScrollArea, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NavLink as RouterLink, useLocation } from 'react-router-dom'
import { useMay } from '@/api/session'
import { desks, recordPages } from './desks'
import classes from './shell.module.css'

type Entry = (typeof desks)[number] | (typeof recordPages)[number]

export function Navigation({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const administers = useMay('administrator')
  const isHere = (entry: Entry) =>
    entry.path === '/'
      ? pathname === '/'
      : pathname.startsWith(entry.path) ||
        ('pages' in entry && entry.pages.some((each) => pathname.startsWith(each))) ||
        ('keeps' in entry && entry.keeps.some((each) => pathname.startsWith(`/records/${each}`)))

  const link = (entry: Entry) => {
    const { key, path, icon: Icon } = entry
    return (
      <NavLink
        key={path}
        component={RouterLink}
        to={path}
        end={path === '/'}
        active={isHere(entry)}
        label={t(`navigation.${key}`)}
        leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
        className={classes.link}
        onClick={onLeave}
      />
    )
  }

  return (
    <div className={classes.navigation}>
      <ScrollArea flex={1} type="auto" viewportProps={{ tabIndex: -1 }}>
        {desks.map(link)}
        <Text component="h2" className={classes.section}>
          {t('navigation.records')}
        </Text>
        {recordPages.filter((page) => administers || !('role' in page)).map(link)}
      </ScrollArea>
    </div>
  )
}
