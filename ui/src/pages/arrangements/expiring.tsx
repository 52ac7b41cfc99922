// SPDX-License-Identifier: Apache-2.0
import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Agreement, Arrangement } from '@/api/arrangements'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { today } from '@/state/today'

// "“Memorandum” expires on 31 March 2027"
function useExpiryText() {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  return ({ title, expires }: Agreement) => {
    const key = (expires ?? '') < today() ? 'expired_on' : 'expires_on'
    return t(`arrangements.${key}`, { title: names.text(title), when: formats.day(expires ?? '') })
  }
}

interface ExpiringProps {
  agreements: Agreement[]
  all: Arrangement[]
}

// Of which somebody must know; nothing is shown where there are none.
export function Expiring({ agreements, all }: ExpiringProps) {
  const { t } = useTranslation()
  const names = useNames()
  const textOf = useExpiryText()
  if (agreements.length === 0) return null
  const titleOf = (id: string) => names.text(all.find((each) => each.id === id)?.title)
  return (
    <Panel title={t('arrangements.expiring')}>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <Anchor component={Link} to={`/arrangements/${agreement.arrangement}`} fw={600}>
              {textOf(agreement)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {titleOf(agreement.arrangement)}
            </Text>
          </li>
        ))}
      </Stack>
    </Panel>
  )
}
