// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Burger,
  Group,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { IconMoon, IconSun } from '@/kit/icons'
import { LanguageMenu } from './language_menu'
import { SearchBox } from './search_box'
import classes from './shell.module.css'
import { UserMenu } from './user_menu'

interface HeaderProps {
  opened?: boolean
  onToggle?: () => void
}

// Without `onToggle` there is no navigation to open: nobody is signed in.
export function Header({ opened, onToggle }: HeaderProps) {
  const { t } = useTranslation()
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="sm" wrap="nowrap">
        {onToggle && (
          <Burger
            opened={opened}
            onClick={onToggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t(opened ? 'navigation.close' : 'navigation.open')}
            aria-expanded={opened}
          />
        )}
        <Link to="/" className={classes.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          Tenpoint
        </Link>
      </Group>
      <Group gap={4} wrap="nowrap" flex={1} justify="flex-end">
        {onToggle && <SearchBox />}
        <LanguageMenu />
        <SchemeSwitch />
        {onToggle && <UserMenu />}
      </Group>
    </Group>
  )
}

function SchemeSwitch() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t(dark ? 'shell.to_light' : 'shell.to_dark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={20} stroke={1.6} /> : <IconMoon size={20} stroke={1.6} />}
    </ActionIcon>
  )
}
