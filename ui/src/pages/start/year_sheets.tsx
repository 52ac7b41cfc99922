// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { documentAddress } from '@/api/sheets'
import type { Corridor, Edition } from '@/api/types'
import { IconDownload } from '@/kit/icons'
import { useFormats } from '@/state/formats'
import classes from './start.module.css'
import { sheetAddress } from './waiting'

interface YearSheetsProps {
  corridor: Corridor
  years: string[]
  editions: Edition[]
}

// A sheet for each year: its latest edition to download where one was printed, else a preview.
export function YearSheets({ corridor, years, editions }: YearSheetsProps) {
  const { t, i18n } = useTranslation()
  const formats = useFormats()
  return (
    <ul className={classes.sheets}>
      {years.map((year) => {
        const dates = { from: `${year}-01-01`, to: `${year}-12-31` }
        const edition = editions
          .filter((sheet) => sheet.from === dates.from && sheet.to === dates.to)
          .sort((a, b) => b.edition - a.edition)[0]
        return (
          <li key={year} className={classes.sheet}>
            <Stack gap={0}>
              <Anchor
                component={Link}
                to={sheetAddress({ corridor: corridor.id, ...dates })}
                fw={600}
              >
                {t('start.sheet_of', { year: formats.period(year) })}
              </Anchor>
              <Text size="sm" c="dimmed">
                {edition ? t('start.edition', { number: edition.edition }) : t('start.not_printed')}
              </Text>
            </Stack>
            {edition && (
              <ActionIcon
                component="a"
                href={documentAddress(edition.id, 'pdf', i18n.language)}
                download
                variant="light"
                size="lg"
                aria-label={t('start.download_sheet', { year: formats.period(year) })}
              >
                <IconDownload size={18} />
              </ActionIcon>
            )}
          </li>
        )
      })}
    </ul>
  )
}
