// SPDX-License-Identifier: Apache-2.0
import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/kit/panel'

const rules = ['need', 'capacity', 'mandate', 'overlap', 'figures', 'time', 'access'] as const

// By what rules gaps and overlaps are found, since whoever acts on them must know.
export function Assumptions() {
  const { t } = useTranslation()
  return (
    <Panel title={t('gaps.how')}>
      <List spacing="xs">
        {rules.map((rule) => (
          <List.Item key={rule}>{t(`gaps.rules.${rule}`)}</List.Item>
        ))}
      </List>
    </Panel>
  )
}
