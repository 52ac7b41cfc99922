// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlaceComparison } from '@/api/places'
import { DataTable } from '@/kit/data_table'
import { Fact, Facts } from '@/kit/facts'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'

const counts = ['areas', 'new', 'known', 'differing', 'refused'] as const
const rowCounts = ['rows_elsewhere', 'rows_refused'] as const

// What becomes of each row and area of a list, in numbers and then one by one.
export function Comparison({ told }: { told: PlaceComparison }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const { by_code, findings } = told
  if (told.areas === 0)
    return (
      <Text>
        {t('places.no_areas')}{' '}
        {told.countries.length > 0 &&
          t('places.areas_of', {
            countries: formats.list(
              told.countries.slice(0, 8).map(({ country }) => names.country(country)),
            ),
          })}
      </Text>
    )
  return (
    <Stack>
      <Facts>
        {counts.map((each) => (
          <Fact key={each} label={t(`places.counts.${each}`)}>
            {formats.number(told[each])}
          </Fact>
        ))}
        {rowCounts.map((each) => (
          <Fact key={each} label={t(`places.counts.${each}`)}>
            {told[each] > 0 && formats.number(told[each])}
          </Fact>
        ))}
      </Facts>
      {findings.length > 0 && (
        <>
          <DataTable
            stacks
            label={t('places.findings')}
            rows={findings}
            rowKey={({ code, row }, index) => `${code}/${row}/${index}`}
            columns={[
              {
                key: 'row',
                label: t('findings.row'),
                numeric: true,
                cell: ({ row }) => (row ? formats.number(row) : null),
              },
              {
                key: 'message',
                label: t('findings.message'),
                cell: ({ message }) => <span dir="auto">{message}</span>,
              },
            ]}
          />
          {by_code
            .filter(
              ({ code, count }) => count > findings.filter((each) => each.code === code).length,
            )
            .map(({ code, count, message }) => (
              <Text key={code} size="sm" c="dimmed">
                {t('places.first_of', { count, message })}
              </Text>
            ))}
        </>
      )}
    </Stack>
  )
}
