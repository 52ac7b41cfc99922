// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { IconDownload } from '@/kit/icons'
import { languageNames, languages } from '@/state/language'

interface DocumentMenuProps {
  title: string
  addressOf: (format: string, language: string) => string
}

const formats = ['html', 'pdf', 'xlsx', 'hxl'] as const

export function DocumentMenu({ title, addressOf }: DocumentMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<IconDownload size={16} />}
          aria-label={t('sheets.download', { title })}
        >
          {t('kit.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {languages.map((language) => (
          <Fragment key={language}>
            <Menu.Label>{languageNames[language]}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item
                key={format}
                component="a"
                href={addressOf(format, language)}
                download
                aria-label={`${t(`formats.${format}`)}, ${languageNames[language]}`}
              >
                {t(`formats.${format}`)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
