// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { address, type Query } from '@/api/client'
import { DownloadMenu } from './download_menu'

interface ListDownloadProps {
  plural: string
  filter?: Query
  of?: string
  unheeded?: string[]
  pending?: boolean
  children?: ReactNode
}

// A list of records to take away: as tables for people, with labels and names in their language,
// and with HXL hashtags, ids and codes for programs.
export function ListDownload({ plural, filter, ...menu }: ListDownloadProps) {
  const { i18n } = useTranslation()
  const forPeople = { labelled: true, lang: i18n.language }
  return (
    <DownloadMenu
      formats={['csv', 'xlsx', 'hxl']}
      addressOf={(format) =>
        address(`/api/${plural}`, {
          ...filter,
          format,
          ...(format === 'hxl' ? {} : forPeople),
        })
      }
      {...menu}
    />
  )
}
