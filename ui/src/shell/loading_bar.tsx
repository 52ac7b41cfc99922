// SPDX-License-Identifier: Apache-2.0
import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router-dom'

// A thin line at the top while the next page is being fetched.
export function LoadingBar() {
  const { t } = useTranslation()
  if (useNavigation().state !== 'loading') return null
  return (
    <Progress
      value={100}
      animated
      size={3}
      radius={0}
      pos="fixed"
      top={0}
      left={0}
      right={0}
      aria-label={t('kit.loading')}
      style={{ zIndex: 1000 }}
    />
  )
}
