// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconDownload } from '@/kit/icons'
import { useFormats } from '@/state/formats'

interface DownloadItemsProps {
  formats: readonly string[]
  addressOf: (format: string) => string
  unheeded?: string[] // filters of the page by which the file cannot be narrowed
}

interface DownloadMenuProps extends DownloadItemsProps {
  label?: string
  of?: string // what list it is of, where there are several on the page: a smaller button
  pending?: boolean // until it is known what it is to hold
  children?: ReactNode // items of another sort
}

export function DownloadMenu({ label, of, pending, children, ...items }: DownloadMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size={of && 'xs'}
          leftSection={<IconDownload size={of ? 16 : 18} stroke={1.6} />}
          loading={pending}
          aria-label={of && t('kit.download_named', { name: of })}
        >
          {label ?? t('kit.download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <DownloadItems {...items} />
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}

export function DownloadItems({ formats, addressOf, unheeded = [] }: DownloadItemsProps) {
  const { t } = useTranslation()
  const { list } = useFormats()
  return (
    <>
      {unheeded.length > 0 && (
        <Menu.Label maw={240}>{t('kit.download_note', { filters: list(unheeded) })}</Menu.Label>
      )}
      {formats.map((format) => (
        <Menu.Item key={format} component="a" href={addressOf(format)} download>
          {t(`formats.${format as 'csv'}`)}
        </Menu.Item>
      ))}
    </>
  )
}
