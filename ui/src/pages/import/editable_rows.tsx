// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

// What may be done to a list of a mapping, which is left out of it where it has no row.
export function editableRows<Row>(rows: Row[], onChange: (rows: Row[] | undefined) => void) {
  const change = (next: Row[]) => onChange(next.length > 0 ? next : undefined)
  return {
    add: (row: Row) => change([...rows, row]),
    set: (index: number, part: Partial<Row>) =>
      change(rows.map((row, other) => (other === index ? { ...row, ...part } : row))),
    remove: (index: number) => change(rows.filter((_, other) => other !== index)),
  }
}

interface RemoveRowProps {
  label: string // which row, for those who do not see it beside the button
  beside: 'sm' | 'lg' // from this width on it stands beside fields that have a label above them
  onClick: () => void
}

export function RemoveRow({ label, beside, onClick }: RemoveRowProps) {
  const { t } = useTranslation()
  return (
    <Button
      variant="default"
      mt={{ base: 0, [beside]: 24 }}
      w="fit-content"
      aria-label={label}
      onClick={onClick}
    >
      {t('import.remove')}
    </Button>
  )
}
