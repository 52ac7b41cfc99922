// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { IconDownload } from '@/kit/icons'

interface DownloadMenuProps {
  label?: string
  formats: readonly string[]
  addressOf: (format: string) => string
}

export function DownloadMenu({ label, formats, addressOf }: DownloadMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.6} />}>
          {label ?? t('kit.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={addressOf(format)} download>
            {t(`formats.${format as 'csv'}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
