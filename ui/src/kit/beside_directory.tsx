// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Matrix, useAddOrganisations } from '@/api/coverage'
import { useMay } from '@/api/session'
import { ConfirmButton } from './confirm_button'

// How much is of organisations that the directory does not know; whoever keeps it adds them all.
export function BesideDirectory({ beside }: { beside: Matrix['beside_directory'] }) {
  const { t } = useTranslation()
  const mayAdd = useMay('coordinator')
  const add = useAddOrganisations()
  const { reports, organisations } = beside
  const count = organisations.length
  if (count === 0) return null
  return (
    <Group gap="sm" mb="xs">
      <Text size="sm">{t('response.beside_directory', { reports, organisations: count })}</Text>
      {mayAdd && (
        <ConfirmButton
          label={t('response.add_all', { count })}
          question={t('response.add_all', { count })}
          consequence={t('response.add_all_consequence')}
          act={() => add.mutateAsync(organisations)}
          error={add.error}
          pending={add.isPending}
          variant="default"
          size="xs"
        />
      )}
    </Group>
  )
}
