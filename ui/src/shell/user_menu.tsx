// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Menu, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { useSession, useSignOut } from '@/api/session'
import { IconLogout, IconSettings, IconUserCircle } from '@/kit/icons'

export function UserMenu() {
  const { t } = useTranslation()
  const { data: session } = useSession()
  const signOut = useSignOut()
  if (!session) return null
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('shell.account')}>
          <IconUserCircle size={22} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--ink)">
            {session.user.name}
          </Text>
          <Text size="xs">
            {t(`roles.${session.role}`)} · {session.partner.name}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconSettings size={16} />}>
          {t('shell.account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('shell.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
