// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Mapping } from '@/api/import_types'

// What the columns of a source's last file meant, one a line.
export function ColumnMeanings({ mapping }: { mapping: Mapping }) {
  const { t } = useTranslation()
  const columns = (mapping.columns ?? []).map(({ column, number, field }) => ({
    name: column || t('import.column_number', { number }),
    meaning: t(`import.fields.${field ?? 'dimension'}`),
  }))
  return columns.map(({ name, meaning }) => (
    <div key={name}>
      <bdi>{name}</bdi>: {meaning}
    </div>
  ))
}
